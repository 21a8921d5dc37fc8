#include "cli/folders/write/target_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>

#include "codec/plant/field.hpp"
#include "codec/text/csv.hpp"

namespace kilter::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPlantMark = "plant.csv";

bool holds(const fs::path& folder, std::string_view file) {
  std::error_code ignored;
  return fs::exists(folder / file, ignored);
}

// The cell under "name" in the first row of plant.csv; empty when there is none.
std::string name_in(std::string_view bytes) {
  codec::text::CsvReader reader(bytes);
  if (!reader.next()) return {};
  const auto header = reader.cells();
  const auto column = static_cast<std::size_t>(std::find(header.begin(), header.end(), "name") - header.begin());
  if (!reader.next() || column >= reader.cells().size()) return {};
  return std::string(codec::text::unguarded(reader.cells()[column]));
}

std::string name_on_disk(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::stringstream bytes;
  bytes << stream.rdbuf();
  return name_in(bytes.str());
}

std::string name_of(const std::vector<codec::plant::TargetFile>& files) {
  const auto found = std::find_if(files.begin(), files.end(), [](const auto& file) { return file.name == kPlantMark; });
  return found == files.end() ? std::string() : name_in(found->bytes);
}

// A table of a plant that stands in the folder; empty when there is none.
std::string_view table_in(const fs::path& folder) {
  const auto& tables = codec::plant::tables();
  const auto found =
      std::find_if(tables.begin(), tables.end(), [&](const auto& table) { return holds(folder, table.file); });
  return found == tables.end() ? std::string_view() : std::string_view(found->file);
}

base::Issue taken(const std::string& path, const std::string& why, const std::string& way_out) {
  return {.code = "folder-taken", .where = {.file = path}, .message = why, .way_out = way_out};
}

}  // namespace

std::optional<base::Issue> why_not_for_plan(const std::string& path) {
  if (!holds(path, kPlantMark) || holds(path, kPlanMark)) return std::nullopt;
  return taken(path,
               "this folder holds a plant; a plan written there would replace its orders.csv, operations.csv and "
               "production_orders.csv",
               "Name another folder with --out.");
}

std::optional<base::Issue> why_not_for_plant(const std::string& path,
                                             const std::vector<codec::plant::TargetFile>& files) {
  const std::string way_out = "Name another folder, or replace what is there with --force.";
  if (holds(path, kPlanMark)) return taken(path, "this folder holds a plan, which the plant would damage", way_out);
  if (holds(path, kPlantMark)) {
    const std::string there = name_on_disk(fs::path(path) / kPlantMark);
    if (there == name_of(files)) return std::nullopt;
    return taken(path, "this folder holds another plant, \"" + there + "\", which would be lost", way_out);
  }
  const std::string_view table = table_in(path);
  if (table.empty()) return std::nullopt;
  return taken(path, "this folder holds a table, " + std::string(table) + ", which would be lost", way_out);
}

}  // namespace kilter::cli
