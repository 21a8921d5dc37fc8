#include <unistd.h>

#include <iostream>
#include <string>
#include <vector>

#include "cli/memory.hpp"
#include "cli/run.hpp"

int main(int argc, char** argv) {
  kilter::cli::keep_freed_memory();
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  kilter::cli::Console console{.out = std::cout, .err = std::cerr, .err_is_terminal = isatty(STDERR_FILENO) == 1};
  const kilter::cli::ExitCode code = kilter::cli::run(arguments, console);
  std::cout.flush();
  return static_cast<int>(code);
}
