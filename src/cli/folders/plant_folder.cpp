#include "cli/folders/plant_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "cli/folders/source_folder.hpp"
#include "cli/folders/write/disk_folder.hpp"
#include "cli/folders/write/target_folder.hpp"
#include "cli/text/fault_list.hpp"
#include "codec/plant/field.hpp"
#include "codec/plant/read.hpp"

namespace kilter::cli {
namespace {

// What `use` makes of the tables in the folder; or why they cannot be read.
template <class Answer>
base::Result<Answer> from_tables(const std::string& path,
                                 base::Result<Answer> (*use)(std::span<const codec::plant::SourceFile>)) {
  if (holds_plan(path) && !std::filesystem::exists(std::filesystem::path(path) / "plant.csv")) {
    return base::Result<Answer>::failure({{.code = "no-plant",
                                           .where = {.file = path},
                                           .message = path + " holds a plan, not a plant",
                                           .way_out = "Name the folder that the plan was made from."}});
  }
  const base::Result<SourceFolder> folder = SourceFolder::open(path, {".csv"});
  if (!folder.ok()) return base::Result<Answer>::failure(folder.error());
  std::vector<codec::plant::SourceFile> files;
  for (const MappedFile& file : folder.value().files()) files.push_back({file.name(), file.bytes()});
  return use(files);
}

}  // namespace

base::Result<model::Plant> read_plant(const std::string& path) { return from_tables(path, codec::plant::read); }

base::Result<codec::plant::Rewritten> read_rewritten(const std::string& path) {
  return from_tables(path, codec::plant::rewrite);
}

std::optional<model::Plant> open_plant(const std::string& path, const Complaint& complaint) {
  base::Result<model::Plant> plant = read_plant(path);
  if (plant.ok()) return std::move(plant).value();
  complain_of_plant(path, plant.error(), complaint);
  return std::nullopt;
}

void complain_of_plant(const std::string& path, base::Issues issues, const Complaint& complaint) {
  // What was assumed matters to a plan that is made; `kilter check` tells all.
  std::erase_if(issues, [](const base::Issue& issue) { return issue.severity == base::Severity::assumption; });
  const std::string closing = fmt::format("The plant in {} cannot be planned: {}.", path, count_issues(issues));
  complaint.say(std::move(issues), closing);
}

base::Result<std::vector<std::string>> write_plant(const std::string& path,
                                                   const std::vector<codec::plant::TargetFile>& files) {
  std::set<std::string> earlier;
  for (const codec::plant::Table& table : codec::plant::tables()) earlier.insert(table.file);
  if (holds_plan(path)) earlier.merge(plan_files());
  DiskFolder folder(path, "plant.csv");
  std::vector<std::string> gone;
  for (const std::string& name : earlier) {
    const bool written = std::any_of(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
    if (written || !std::filesystem::exists(std::filesystem::path(path) / name)) continue;
    folder.drop(name);
    gone.push_back(name);
  }
  for (const codec::plant::TargetFile& file : files) {
    folder.begin(file.name);
    folder.append(file.bytes);
  }
  const base::Result<bool> committed = folder.commit();
  if (!committed.ok()) return base::Result<std::vector<std::string>>::failure(committed.error());
  return gone;
}

std::string removed_text(const std::vector<std::string>& gone) {
  if (gone.empty()) return {};
  return fmt::format("Removed, as the plant has no such table: {}.\n", fmt::join(gone, ", "));
}

}  // namespace kilter::cli
