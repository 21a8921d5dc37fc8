#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "base/assertions.hpp"
#include "cli/memory.hpp"
#include "cli/run.hpp"

namespace {

// KILTER_ASSERTIONS=cheap, thorough or twins: how much the program checks of itself. False: another word.
bool choose_assertions() {
  const char* const word = std::getenv("KILTER_ASSERTIONS");
  if (word == nullptr) return true;
  const auto level = kilter::base::assertions_named(word);
  if (level) kilter::base::set_assertions(*level);
  return level.has_value();
}

}  // namespace

int main(int argc, char** argv) {
  if (!choose_assertions()) {
    std::cerr << "error: KILTER_ASSERTIONS is neither cheap nor thorough nor twins. [bad-environment]\n";
    return static_cast<int>(kilter::cli::ExitCode::usage);
  }
  kilter::cli::keep_freed_memory();
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  kilter::cli::Console console{.out = std::cout, .err = std::cerr, .err_is_terminal = isatty(STDERR_FILENO) == 1};
  const kilter::cli::ExitCode code = kilter::cli::run(arguments, console);
  return static_cast<int>(code);
}
