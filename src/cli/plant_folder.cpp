#include "cli/plant_folder.hpp"

#include <utility>

#include "cli/fault_list.hpp"
#include "cli/source_folder.hpp"
#include "codec/plant/read.hpp"

namespace kilter::cli {

base::Result<model::Plant> read_plant(const std::string& path) {
  const base::Result<SourceFolder> folder = SourceFolder::open(path, {".csv"});
  if (!folder.ok()) return base::Result<model::Plant>::failure(folder.error());
  std::vector<codec::plant::SourceFile> files;
  for (const MappedFile& file : folder.value().files()) files.push_back({file.name(), file.bytes()});
  return codec::plant::read(files);
}

std::optional<model::Plant> open_plant(const std::string& path, Console& console) {
  base::Result<model::Plant> plant = read_plant(path);
  if (plant.ok()) return std::move(plant).value();
  base::Issues issues = plant.error();
  sort_by_place(issues);
  print_issues(issues, console.err);
  console.err << "The plant in " << path << " cannot be planned: " << count_issues(issues) << ".\n";
  return std::nullopt;
}

}  // namespace kilter::cli
