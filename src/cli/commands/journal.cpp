#include <fmt/format.h>

#include "cli/commands/commands.hpp"
#include "cli/server/database.hpp"
#include "cli/text/complaint.hpp"
#include "http/answers/entry_stream.hpp"
#include "service/access/directory.hpp"
#include "service/enterprise/archive.hpp"
#include "store/open_journal.hpp"

namespace kilter::cli {
namespace {

using service::Entry;
using service::Journal;

ExitCode fail(const Invocation& call, const service::JournalError& error, const Complaint& complaint) {
  complaint.say({issue_of(call.text("--db"), error)});
  return ExitCode::cannot_write;
}

ExitCode list_plants(Journal& journal, const Invocation& call, const Complaint& complaint, Console& console) {
  const auto heads = journal.plants();
  if (!heads) return fail(call, heads.error(), complaint);
  for (const service::PlantHead& head : heads.value()) {
    console.out << fmt::format("{:<24} {:>10} {}\n", head.plant, head.head.sequence, service::hex(head.head.hash));
  }
  return ExitCode::ok;
}

// Whether every entry stands right behind the one before it, as it was sealed.
ExitCode verify(Journal& journal, const Invocation& call, const Complaint& complaint, Console& console) {
  const std::string& plant = call.text("PLANT");
  service::Head head;
  bool whole = true;
  const auto done = journal.read(plant, {}, [&](const Entry& entry) {
    whole = follows(head, entry);
    if (whole) head = head_of(entry);
    return whole;
  });
  if (!done) return fail(call, done.error(), complaint);
  const auto kept = journal.head(plant);
  if (!kept) return fail(call, kept.error(), complaint);
  if (!whole || kept.value() != head) {
    complaint.say({{.code = "journal-damaged",
                    .where = {.file = plant, .row = static_cast<std::uint32_t>(head.sequence + 1)},
                    .message = fmt::format("entry {} of {} is not as it was kept", head.sequence + 1, plant),
                    .way_out = "Restore a backup; what stands before it is sound."}});
    return ExitCode::violations;
  }
  console.out << fmt::format("{} entries of {}, sound; the last is sealed {}\n", head.sequence, plant,
                             service::hex(head.hash));
  return ExitCode::ok;
}

void print(const Entry& entry, bool json, Console& console) {
  if (json) {
    console.out << http::entry_json(entry) << "\n";
    return;
  }
  const service::Command& command = entry.command;
  console.out << fmt::format("{:>8}  {}  {:<20} {}{}{}\n", entry.sequence, service::utc_text(entry.at), command.kind,
                             command.author, command.reason.empty() ? "" : ": ", command.reason);
}

}  // namespace

ExitCode run_journal(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  const std::unique_ptr<Journal> journal = open_journals(call.text("--db"), complaint);
  if (!journal) return ExitCode::cannot_write;
  if (!call.has("PLANT")) return list_plants(*journal, call, complaint, console);
  if (call.flag("--verify")) return verify(*journal, call, complaint, console);
  const std::string url = call.text("--db");
  service::Archive archive([url] { return store::open_journal(url); });
  const auto entries = archive.entries(call.text("PLANT"), {.after = call.count("--after"),
                                                            .limit = call.count("--limit"),
                                                            .kind = call.text("--kind"),
                                                            .author = call.text("--author")});
  if (!entries) return fail(call, entries.error(), complaint);
  for (const Entry& entry : entries.value()) print(entry, call.flag("--json"), console);
  return ExitCode::ok;
}

}  // namespace kilter::cli
