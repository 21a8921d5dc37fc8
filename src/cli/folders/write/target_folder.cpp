#include "cli/folders/write/target_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "cli/folders/plant_folder.hpp"
#include "cli/folders/source_folder.hpp"
#include "codec/plan/read/plan_header.hpp"
#include "codec/plan/table.hpp"
#include "codec/plant/field.hpp"

namespace kilter::cli {
namespace {

namespace fs = std::filesystem;
using codec::plant::TargetFile;

constexpr const char* kPlantMark = "plant.csv";

bool holds(const fs::path& folder, std::string_view file) {
  std::error_code ignored;
  return fs::exists(folder / file, ignored);
}

// Those of the names that stand in the folder.
std::set<std::string> held(const fs::path& folder, std::set<std::string> names) {
  std::erase_if(names, [&](const std::string& name) { return !holds(folder, name); });
  return names;
}

std::set<std::string> plant_files() {
  std::set<std::string> names;
  for (const codec::plant::Table& table : codec::plant::tables()) names.insert(table.file);
  return names;
}

const TargetFile* find(const std::vector<TargetFile>& files, const std::string& name) {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const TargetFile& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}

// The names of the plant's tables that are not the same in both.
std::set<std::string> differences(const std::vector<TargetFile>& a, const std::vector<TargetFile>& b) {
  std::set<std::string> names = plant_files();
  std::erase_if(names, [&](const std::string& name) {
    const TargetFile* x = find(a, name);
    const TargetFile* y = find(b, name);
    return x == nullptr ? y == nullptr : y != nullptr && x->bytes == y->bytes;
  });
  return names;
}

base::Issue taken(const std::string& path, const std::string& why, const std::string& way_out) {
  return {.code = "folder-taken", .where = {.file = path}, .message = why, .way_out = way_out};
}

// What of the plant in the folder would be lost; nothing when it is the one made of `files`.
std::optional<std::string> what_is_lost(const std::string& path, const std::vector<TargetFile>& files) {
  const base::Result<codec::plant::Rewritten> there = read_rewritten(path);
  if (!there.ok()) return "this folder holds another plant, one with faults (see kilter check), which would be lost";
  if (const auto other = differences(there.value().files, files); !other.empty()) {
    return fmt::format("this folder holds another plant, which would be lost: its {} {}", fmt::join(other, ", "),
                       other.size() == 1 ? "differs" : "differ");
  }
  if (there.value().left_out.empty()) return std::nullopt;
  const base::Place& own = there.value().left_out.front().where;
  return fmt::format("this folder holds the same plant with a column of your own, {} in {}, which would be lost",
                     own.column, own.file);
}

}  // namespace

std::set<std::string> plan_files() {
  std::set<std::string> names{kPlanMark, kReport, kWorkbook};
  for (const codec::PlanTable& table : codec::plan_tables()) names.insert(std::string(table.name) + ".csv");
  return names;
}

bool holds_plan(const std::string& path) {
  const fs::path mark = fs::path(path) / kPlanMark;
  std::error_code ignored;
  if (!fs::is_regular_file(mark, ignored)) return false;
  const base::Result<MappedFile> file = open_file(mark.string());
  return file.ok() && codec::is_plan_header(file.value().bytes());
}

std::optional<base::Issue> why_not_for_plan(const std::string& path) {
  const std::string way_out = "Name another folder with --out.";
  if (holds(path, kPlantMark)) {
    return taken(path, "this folder holds a plant; a plan written there would replace tables of it", way_out);
  }
  if (holds_plan(path)) return std::nullopt;
  const std::set<std::string> own = held(path, plan_files());
  if (own.empty()) return std::nullopt;
  return taken(path,
               fmt::format("this folder holds files of no whole plan, which would be lost: {}", fmt::join(own, ", ")),
               way_out);
}

std::optional<base::Issue> why_not_for_plant(const std::string& path, const std::vector<TargetFile>& files) {
  const std::string way_out = "Name another folder, or replace what is there with --force.";
  if (holds(path, kPlanMark)) return taken(path, "this folder holds a plan, which the plant would damage", way_out);
  if (holds(path, kPlantMark)) {
    const std::optional<std::string> lost = what_is_lost(path, files);
    return lost ? std::optional(taken(path, *lost, way_out)) : std::nullopt;
  }
  std::set<std::string> names = plant_files();
  for (const TargetFile& file : files) names.insert(file.name);
  names = held(path, std::move(names));
  if (names.empty()) return std::nullopt;
  return taken(path,
               fmt::format("this folder holds tables of no plant, which would be lost: {}", fmt::join(names, ", ")),
               way_out);
}

}  // namespace kilter::cli
