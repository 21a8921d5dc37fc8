#include "cli/commands/commands.hpp"
#include "cli/server/database.hpp"
#include "cli/text/complaint.hpp"
#include "service/enterprise/administration.hpp"

namespace kilter::cli {

ExitCode run_token_create(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  const std::unique_ptr<service::Enterprise> all = open_enterprise(call.text("--db"), complaint);
  if (!all) return ExitCode::cannot_write;
  const service::Actor author{.id = "command line", .role = service::Role::administrator};
  const auto made = service::add_token(*all, author,
                                       {.name = call.text("--name"),
                                        .role = *service::role_named(call.text("--role")),
                                        .plants = service::words_of(call.text("--plants")),
                                        .seconds = static_cast<std::int64_t>(call.count("--days")) * 86'400});
  if (!made) {
    complaint.say(made.error().issues);
    return ExitCode::cannot_write;
  }
  console.out << made.value().secret << "\n";
  return ExitCode::ok;
}

}  // namespace kilter::cli
