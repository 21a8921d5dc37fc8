// What the program's exit code says; one table for the code, the help and docs/commands.md.
#pragma once

#include <array>
#include <string_view>

namespace kilter::cli {

enum class ExitCode : int { ok = 0, faults = 2, violations = 3, usage = 64, cannot_write = 74, interrupted = 130 };

struct ExitCodeMeaning {
  ExitCode code;
  std::string_view meaning;
};

inline constexpr std::array<ExitCodeMeaning, 6> kExitCodes{{
    {ExitCode::ok, "done; for `check`: plannable, for `verify`: the plan holds, for `diff`: told what differs"},
    {ExitCode::faults, "the input has faults, each named by file, row and column; nothing was written"},
    {ExitCode::violations, "the checker found violations, each named; `plan` writes nothing then"},
    {ExitCode::usage,
     "the command line is wrong: unknown command or option, missing or bad value, a target folder that holds something "
     "else"},
    {ExitCode::cannot_write, "the output cannot be written: disk full, no permission, not a folder"},
    {ExitCode::interrupted, "stopped by a second Ctrl-C; nothing was written"},
}};

}  // namespace kilter::cli
