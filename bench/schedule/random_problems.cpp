// Random rich problems with every feature mixed, solved by the whole ladder, disrupted and repaired; every schedule is
// judged by the kernel's checker.
//
//   random_problems [--problems 10000] [--first 0] [--epochs 1] [--steps 200] [--show 20]
//
// Prints each fault with its seed, then how many problems and schedules there were; exit code 1 when there is a fault.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "schedule/testing/soundness.hpp"

namespace {

namespace schedule = kilter::schedule;

struct Options {
  std::uint64_t problems = 10'000;
  std::uint64_t first = 0;
  std::uint64_t epochs = 1;
  std::uint64_t steps = 200;
  std::uint64_t show = 20;
};

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::uint64_t value = std::strtoull(argv[i + 1], nullptr, 10);
    if (name == "--problems") options.problems = value;
    if (name == "--first") options.first = value;
    if (name == "--epochs") options.epochs = value;
    if (name == "--steps") options.steps = value;
    if (name == "--show") options.show = value;
  }
  return options;
}

void show(const char* what, std::uint64_t number) {
  std::printf("%-36s %llu\n", what, static_cast<unsigned long long>(number));
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  schedule::Soundness all;
  std::uint64_t faults = 0;
  for (std::uint64_t seed = options.first; seed < options.first + options.problems; ++seed) {
    const schedule::Soundness found = schedule::try_everything(seed, options.epochs, options.steps);
    all.operations += found.operations;
    all.unplaced += found.unplaced;
    all.proved += found.proved;
    all.schedules += found.schedules;
    for (const std::string& fault : found.faults) {
      if (faults++ >= options.show) continue;
      std::printf("seed %llu %s\n", static_cast<unsigned long long>(seed), fault.c_str());
      std::fflush(stdout);
    }
  }
  show("problems", options.problems);
  show("operations", all.operations);
  show("  that found no place", all.unplaced);
  show("answers proved optimal", all.proved);
  show("schedules judged", all.schedules);
  show("faults", faults);
  return faults == 0 ? 0 : 1;
}
