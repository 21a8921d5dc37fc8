#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands/commands.hpp"
#include "cli/folders/plant_folder.hpp"
#include "cli/folders/write/target_folder.hpp"
#include "cli/text/complaint.hpp"

namespace kilter::cli {
namespace {

// "Not copied, as a plant folder has no such column: remark in items.csv." with a line end; nothing when all was.
std::string left_out_text(const base::Issues& columns) {
  if (columns.empty()) return {};
  std::vector<std::string> names;
  for (const base::Issue& column : columns) names.push_back(column.where.column + " in " + column.where.file);
  return fmt::format("Not copied, as a plant folder has no such column: {}.\n", fmt::join(names, ", "));
}

// Why the plant's own folder is not rewritten unasked.
std::optional<base::Issue> why_not_in_place(const std::string& from, const std::string& to) {
  std::error_code none;
  if (!std::filesystem::equivalent(from, to, none)) return std::nullopt;
  return base::Issue{.code = "folder-taken",
                     .where = {.file = to},
                     .message = "this is the plant itself: its rows would be spelled and laid out anew",
                     .way_out = "Name another folder, or rewrite it with --force."};
}

}  // namespace

ExitCode run_export(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  const base::Result<codec::plant::Rewritten> plant = read_rewritten(call.text("PLANT"));
  if (!plant.ok()) {
    complain_of_plant(call.text("PLANT"), plant.error(), complaint);
    return ExitCode::faults;
  }
  const std::vector<codec::plant::TargetFile>& files = plant.value().files;
  std::optional<base::Issue> taken = why_not_for_plant(call.text("DIR"), files);
  if (!taken) taken = why_not_in_place(call.text("PLANT"), call.text("DIR"));
  if (taken && !call.flag("--force")) {
    complaint.say({*taken});
    return ExitCode::usage;
  }
  const base::Result<std::vector<std::string>> written = write_plant(call.text("DIR"), files);
  if (!written.ok()) complaint.say(written.error());
  if (!written.ok()) return ExitCode::cannot_write;
  console.out << removed_text(written.value()) << left_out_text(plant.value().left_out);
  console.out << files.size() << " tables written to " << call.text("DIR") << ".\n";
  return ExitCode::ok;
}

}  // namespace kilter::cli
