// Random facts against a published schedule, every kind of them, for property tests and measurements.
#pragma once

#include <cstdint>
#include <string>

#include "schedule/repair/facts/disruption.hpp"

namespace kilter::schedule {

enum class Trouble : std::uint8_t { unit_down, person_away, late_release, other_work, moved_due, new_job, cancelled };
inline constexpr int kTroubles = 7;
const char* name_of(Trouble trouble);

// How large the facts are, in ticks.
struct Scale {
  Tick absence = 40;  // at most; some have no end
  Tick lateness = 40;
  Tick work = 10;
  Tick frozen = 30;      // at most behind now; often none
  double endless = 0.1;  // share of absences without end
};

// `now` lies where the schedule has work. The same facts for the same seed and arguments.
Disruption random_disruption(std::uint64_t seed, const Problem& problem, const Solution& published, const Scale& scale);

// One fact of one kind; a kind that the problem has no room for (nobody fills slots) becomes late_release.
Disruption random_trouble(std::uint64_t seed, Trouble trouble, const Problem& problem, const Solution& published,
                          const Scale& scale);

}  // namespace kilter::schedule
