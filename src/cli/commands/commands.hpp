// What runs each command of the table.
#pragma once

#include "cli/command.hpp"

namespace kilter::cli {

ExitCode run_check(const Invocation& call, Console& console);
ExitCode run_plan(const Invocation& call, Console& console);
ExitCode run_verify(const Invocation& call, Console& console);
ExitCode run_solve(const Invocation& call, Console& console);
ExitCode run_explain(const Invocation& call, Console& console);
ExitCode run_import_frepple(const Invocation& call, Console& console);
ExitCode run_import_adventureworks(const Invocation& call, Console& console);
ExitCode run_export(const Invocation& call, Console& console);
ExitCode run_diff(const Invocation& call, Console& console);
ExitCode run_serve(const Invocation& call, Console& console);
ExitCode run_token_create(const Invocation& call, Console& console);
ExitCode run_station_create(const Invocation& call, Console& console);
ExitCode run_badge_create(const Invocation& call, Console& console);
ExitCode run_journal(const Invocation& call, Console& console);
ExitCode run_backup(const Invocation& call, Console& console);
ExitCode run_restore(const Invocation& call, Console& console);
ExitCode run_reference(const Invocation& call, Console& console);

}  // namespace kilter::cli
