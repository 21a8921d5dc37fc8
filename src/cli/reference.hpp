// docs/commands.md and the exit code table, from the table of commands.
#pragma once

#include <string>

namespace kilter::cli {

std::string exit_code_help();
// The whole of docs/commands.md.
std::string command_reference();

}  // namespace kilter::cli
