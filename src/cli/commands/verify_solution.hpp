// kilter verify for a benchmark instance and a solution file.
#pragma once

#include "cli/command.hpp"

namespace kilter::cli {

ExitCode verify_solution(const Invocation& call, Console& console);

}  // namespace kilter::cli
