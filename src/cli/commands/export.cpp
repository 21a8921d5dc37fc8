#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/folders/plant_folder.hpp"
#include "cli/folders/write/target_folder.hpp"
#include "cli/text/complaint.hpp"
#include "codec/plant/write.hpp"

namespace kilter::cli {

ExitCode run_export(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  const std::optional<model::Plant> plant = open_plant(call.text("PLANT"), complaint);
  if (!plant) return ExitCode::faults;
  const std::vector<codec::plant::TargetFile> files = codec::plant::write(*plant);
  if (const auto taken = why_not_for_plant(call.text("DIR"), files); taken && !call.flag("--force")) {
    complaint.say({*taken});
    return ExitCode::usage;
  }
  const base::Result<std::vector<std::string>> written = write_plant(call.text("DIR"), files);
  if (!written.ok()) complaint.say(written.error());
  if (!written.ok()) return ExitCode::cannot_write;
  console.out << removed_text(written.value());
  console.out << files.size() << " tables written to " << call.text("DIR") << ".\n";
  return ExitCode::ok;
}

}  // namespace kilter::cli
