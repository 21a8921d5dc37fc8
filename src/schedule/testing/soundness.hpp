// Everything that must hold of every answer, whatever the problem: a random problem is built, solved by the whole
// ladder, disrupted and repaired, and every schedule on the way is judged by the checker. For property tests and
// measurements.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {

struct Soundness {
  std::vector<std::string> faults;  // empty: all is well; each names what gave the answer
  std::uint64_t operations = 0;
  std::uint64_t unplaced = 0;   // of them in the ladder's answer
  std::uint64_t proved = 0;     // 1: the bound was met
  std::uint64_t schedules = 0;  // judged
};

// What the problem of a seed may contain: sizes up to 45 operations, every feature in most.
Mix mix_of(std::uint64_t seed);

// The same for the same seed. `epochs` of search, `steps` in every way to repair.
Soundness try_everything(std::uint64_t seed, std::uint64_t epochs, std::uint64_t steps);

}  // namespace kilter::schedule
