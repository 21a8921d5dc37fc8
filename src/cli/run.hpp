// The program behind main(): parse, run one command, answer with its exit code.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/terminal/console.hpp"

namespace kilter::cli {

// `arguments` without the program's name.
ExitCode run(const std::vector<std::string>& arguments, Console& console);

}  // namespace kilter::cli
