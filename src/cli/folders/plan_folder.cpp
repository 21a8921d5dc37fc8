#include "cli/folders/plan_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include <utility>
#include <vector>

#include "cli/folders/source_folder.hpp"
#include "cli/text/fault_list.hpp"
#include "codec/plan/read/read_plan.hpp"

namespace kilter::cli {
namespace {

base::Result<plan::Plan> read(const model::Plant& plant, const std::string& path) {
  const base::Result<SourceFolder> folder = open_plan_files(path);
  if (!folder.ok()) return base::Result<plan::Plan>::failure(folder.error());
  std::vector<codec::PlanFile> files;
  for (const MappedFile& file : folder.value().files()) files.push_back({file.name(), file.bytes()});
  return codec::read_plan(plant, files);
}

// It is a plan, but not of this plant as it stands.
bool differs_only(const base::Issues& issues) {
  return std::all_of(issues.begin(), issues.end(), [](const base::Issue& issue) {
    return issue.code == "does-not-agree" || issue.code == "wrong-rows";
  });
}

}  // namespace

base::Result<SourceFolder> open_plan_files(const std::string& path) {
  base::Result<SourceFolder> folder = SourceFolder::open(path, {".csv", ".json"});
  if (!folder.ok() || std::filesystem::exists(std::filesystem::path(path) / "plan.json")) return folder;
  return base::Result<SourceFolder>::failure({{.code = "no-plan",
                                               .where = {.file = path},
                                               .message = path + " is not the folder of a plan: it has no plan.json",
                                               .way_out = "Name the folder that kilter plan wrote (--out)."}});
}

std::optional<plan::Plan> open_plan(const model::Plant& plant, const std::string& path, const Complaint& complaint) {
  base::Result<plan::Plan> plan = read(plant, path);
  if (plan.ok()) return std::move(plan).value();
  std::string closing = fmt::format("The plan in {} cannot be read: {}.", path, count_issues(plan.error()));
  if (differs_only(plan.error())) closing += " Was the plant changed since it was planned? Then plan it anew.";
  complaint.say(plan.error(), closing);
  return std::nullopt;
}

}  // namespace kilter::cli
