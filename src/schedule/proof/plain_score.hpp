// What a timed solution costs, the obvious way. For the slow twin only.
#pragma once

#include <vector>

#include "schedule/proof/plain_sequences.hpp"

namespace kilter::schedule {

// `attended`: slot -> end of attendance.
Score plain_score(const Problem& problem, const Solution& timed, const PlainSequences& sequences,
                  const std::vector<Tick>& attended);

}  // namespace kilter::schedule
