#include "cli/folders/plan_folder.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "cli/folders/source_folder.hpp"
#include "cli/text/fault_list.hpp"
#include "codec/plan/read/read_plan.hpp"

namespace kilter::cli {
namespace {

base::Result<plan::Plan> read(const model::Plant& plant, const std::string& path) {
  const base::Result<SourceFolder> folder = SourceFolder::open(path, {".csv", ".json"});
  if (!folder.ok()) return base::Result<plan::Plan>::failure(folder.error());
  std::vector<codec::PlanFile> files;
  for (const MappedFile& file : folder.value().files()) files.push_back({file.name(), file.bytes()});
  return codec::read_plan(plant, files);
}

}  // namespace

std::optional<plan::Plan> open_plan(const model::Plant& plant, const std::string& path, const Complaint& complaint) {
  base::Result<plan::Plan> plan = read(plant, path);
  if (plan.ok()) return std::move(plan).value();
  complaint.say(plan.error(), fmt::format("The plan in {} cannot be read: {}.", path, count_issues(plan.error())));
  return std::nullopt;
}

}  // namespace kilter::cli
