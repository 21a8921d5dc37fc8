#include "cli/reference.hpp"

#include <ostream>

#include "cli/commands/commands.hpp"

namespace kilter::cli {

ExitCode run_reference(const Invocation&, Console& console) {
  console.out << command_reference();
  return ExitCode::ok;
}

}  // namespace kilter::cli
