#include "cli/folders/plant_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/folders/source_folder.hpp"
#include "cli/folders/write/disk_folder.hpp"
#include "cli/text/fault_list.hpp"
#include "codec/plant/field.hpp"
#include "codec/plant/read.hpp"

namespace kilter::cli {

base::Result<model::Plant> read_plant(const std::string& path) {
  const base::Result<SourceFolder> folder = SourceFolder::open(path, {".csv"});
  if (!folder.ok()) return base::Result<model::Plant>::failure(folder.error());
  std::vector<codec::plant::SourceFile> files;
  for (const MappedFile& file : folder.value().files()) files.push_back({file.name(), file.bytes()});
  return codec::plant::read(files);
}

std::optional<model::Plant> open_plant(const std::string& path, const Complaint& complaint) {
  base::Result<model::Plant> plant = read_plant(path);
  if (plant.ok()) return std::move(plant).value();
  base::Issues issues = plant.error();
  // What was assumed matters to a plan that is made; `kilter check` tells all.
  std::erase_if(issues, [](const base::Issue& issue) { return issue.severity == base::Severity::assumption; });
  const std::string closing = fmt::format("The plant in {} cannot be planned: {}.", path, count_issues(issues));
  complaint.say(std::move(issues), closing);
  return std::nullopt;
}

base::Result<std::vector<std::string>> write_plant(const std::string& path,
                                                   const std::vector<codec::plant::TargetFile>& files) {
  DiskFolder folder(path, "plant.csv");
  std::vector<std::string> gone;
  for (const codec::plant::Table& table : codec::plant::tables()) {
    const bool written =
        std::any_of(files.begin(), files.end(), [&](const auto& file) { return file.name == table.file; });
    if (written) continue;
    folder.drop(table.file);
    if (std::filesystem::exists(std::filesystem::path(path) / table.file)) gone.emplace_back(table.file);
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
  return fmt::format("Removed, as the plant has no such rows: {}.\n", fmt::join(gone, ", "));
}

}  // namespace kilter::cli
