// From another system's folder to a plant folder. The folder is written whole or not at all, with a table of everything
// that could not be carried over or was assumed beside the plant's own tables.
#include <filesystem>
#include <optional>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/folders/gunzip.hpp"
#include "cli/folders/plant_folder.hpp"
#include "cli/folders/source_folder.hpp"
#include "cli/folders/write/target_folder.hpp"
#include "cli/text/fault_list.hpp"
#include "codec/import/adventureworks.hpp"
#include "codec/import/frepple.hpp"
#include "codec/import/notes_text.hpp"
#include "codec/import/source_values.hpp"
#include "codec/plant/write.hpp"
#include "model/builder.hpp"

namespace kilter::cli {
namespace {

constexpr std::string_view kCompressed = ".gz";

// The folder's tables by name, compressed ones unpacked and without ".gz".
base::Result<codec::SourceFiles> read_sources(const std::string& path) {
  base::Result<SourceFolder> folder = SourceFolder::open(path, {".csv", ".json", ".jsonl", std::string(kCompressed)});
  if (!folder.ok()) return base::Result<codec::SourceFiles>::failure(folder.error());
  codec::SourceFiles files;
  base::Issues issues;
  for (const MappedFile& file : folder.value().files()) {
    if (!file.name().ends_with(kCompressed)) {
      files.emplace(file.name(), file.bytes());
      continue;
    }
    std::optional<std::string> content = gunzip(file.bytes());
    if (content) {
      files.emplace(file.name().substr(0, file.name().size() - kCompressed.size()), std::move(*content));
    } else {
      issues.push_back({.code = "cannot-unpack",
                        .where = {.file = file.name()},
                        .message = "the file cannot be unpacked: damaged, not gzip, or more than 1 GB",
                        .way_out = "Copy it again, or unpack it yourself."});
    }
  }
  if (!issues.empty()) return base::Result<codec::SourceFiles>::failure(std::move(issues));
  return files;
}

// The plant's name: that of the source folder.
std::string folder_name(const std::string& path) {
  const std::filesystem::path clean = (std::filesystem::path(path) / "").lexically_normal().parent_path();
  return clean.filename().string();
}

ExitCode refuse(const base::Issues& issues, Console& console) {
  print_issues(issues, console.err);
  console.err << "Nothing was written.\n";
  return ExitCode::faults;
}

// Into the folder of the call's PLANT.
ExitCode write_imported(const codec::Imported& imported, const Invocation& call, Console& console) {
  const std::string& target = call.text("PLANT");
  const base::Result<model::Plant> plant = model::build(imported.draft);
  if (!plant.ok()) return refuse(plant.error(), console);
  std::vector<codec::plant::TargetFile> files = codec::plant::write_draft(imported.draft, imported.gaps);
  files.push_back({codec::kImportNotesFile, codec::import_notes_csv(imported.notes)});
  if (const auto taken = why_not_for_plant(target, files); taken && !call.flag("--force")) {
    print_issues({*taken}, console.err);
    return ExitCode::usage;
  }
  const base::Result<std::vector<std::string>> written = write_plant(target, files);
  if (!written.ok()) {
    print_issues(written.error(), console.err);
    return ExitCode::cannot_write;
  }
  console.out << removed_text(written.value());
  console.out << codec::import_notes_summary(imported.notes);
  console.out << files.size() - 1 << " tables written to " << target << ": " << plant.value().orders.size()
              << " orders, " << plant.value().items.size() << " items, " << plant.value().operations.size()
              << " operations, " << plant.value().work_units.size() << " work units. Every note stands in "
              << codec::kImportNotesFile << ".\n";
  return ExitCode::ok;
}

time::Instant date(const Invocation& call, std::string_view name) {
  return codec::read_instant(call.text(name)).value_or(time::Instant{});
}

}  // namespace

ExitCode run_import_frepple(const Invocation& call, Console& console) {
  const base::Result<codec::SourceFiles> files = read_sources(call.text("DIR"));
  if (!files.ok()) return refuse(files.error(), console);
  const auto imported = codec::import_frepple(files.value(), folder_name(call.text("DIR")));
  if (!imported.ok()) return refuse(imported.error(), console);
  return write_imported(imported.value(), call, console);
}

ExitCode run_import_adventureworks(const Invocation& call, Console& console) {
  const codec::AdventureWorksOptions options{
      .plant_name = folder_name(call.text("DIR")),
      .from = date(call, "--from"),
      .until = date(call, "--to"),
      .today = date(call, "--today"),
      .inventory = call.text("--stock") == "snapshot" ? codec::InventoryUse::snapshot : codec::InventoryUse::none};
  const base::Result<codec::SourceFiles> files = read_sources(call.text("DIR"));
  if (!files.ok()) return refuse(files.error(), console);
  const auto imported = codec::import_adventureworks(files.value(), options);
  if (!imported.ok()) return refuse(imported.error(), console);
  return write_imported(imported.value(), call, console);
}

}  // namespace kilter::cli
