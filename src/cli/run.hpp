// The program behind main(): parse, run one command, answer with its exit code.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/exit_code.hpp"

namespace kilter::cli {

// `arguments` without the program's name.
ExitCode run(const std::vector<std::string>& arguments, Console& console);

}  // namespace kilter::cli
