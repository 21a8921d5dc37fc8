#include <iostream>
#include <string>

#include "cli/commands/commands.hpp"
#include "cli/server/database.hpp"
#include "cli/text/complaint.hpp"
#include "service/kiosk/badges.hpp"
#include "service/kiosk/stations.hpp"

namespace kilter::cli {
namespace {

const service::Actor kAuthor{.id = "command line", .role = service::Role::administrator};

// Everybody who is known and every plant, or nothing, said.
std::unique_ptr<service::Enterprise> open_all(const Invocation& call, const Complaint& complaint) {
  auto all = open_enterprise(call.text("--db"), complaint);
  if (!all) return nullptr;
  const auto opened = all->open_plants();
  if (opened) return all;
  complaint.say({issue_of(call.text("--db"), opened.error())});
  return nullptr;
}

ExitCode refused(const service::Refusal& refusal, const Complaint& complaint) {
  complaint.say(refusal.issues);
  return refusal.kind == service::RefusalKind::faults ? ExitCode::faults : ExitCode::cannot_write;
}

}  // namespace

ExitCode run_station_create(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  const auto all = open_all(call, complaint);
  if (!all) return ExitCode::cannot_write;
  const auto made = service::add_station(*all, kAuthor,
                                         {.id = call.text("STATION"),
                                          .name = call.text("--name"),
                                          .plant = call.text("--plant"),
                                          .work_centre = call.text("--work-centre"),
                                          .work_units = service::words_of(call.text("--work-units"))});
  if (!made) return refused(made.error(), complaint);
  console.out << made.value().secret << "\n";
  return ExitCode::ok;
}

ExitCode run_badge_create(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  const auto all = open_all(call, complaint);
  if (!all) return ExitCode::cannot_write;
  std::string pin;
  std::getline(std::cin, pin);
  const service::Answer answer = service::add_badge(*all, kAuthor,
                                                    {.badge = call.text("BADGE"),
                                                     .plant = call.text("--plant"),
                                                     .person = call.text("--person"),
                                                     .role = *service::role_named(call.text("--role")),
                                                     .pin = pin});
  return answer ? ExitCode::ok : refused(answer.error(), complaint);
}

}  // namespace kilter::cli
