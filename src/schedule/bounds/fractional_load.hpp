// The load bound for machines that differ: every operation may be cut up and spread over all machines that can do it,
// and still they must find the time. By linear duality (Lagrangian multipliers, Held and Karp 1971), prices of the
// lanes' time prove it: what all work costs at least, each operation where it is cheapest, must not be more than the
// lanes' time is worth.
//
//   sum over operations of min over lanes (price x work)  <=  sum over lanes of price x open time between the least
//   head
//                                                             and the least tail of what may run there
//
// Prices come from subgradient steps; any prices prove a bound, so only integers decide. O(modes) per step.
#pragma once

#include "schedule/bounds/relaxation/tails.hpp"

namespace kilter::schedule {

// The ends that are looked at.
struct EndRange {
  std::int64_t from = 0;
  std::int64_t limit = 0;
};

// No schedule completes the job that `tails` aims at before the result: the least end in `ends` that is not refuted,
// limit + 1 when all are. `steps` subgradient steps.
std::int64_t fractional_load(const Relaxation& relaxation, const Heads& heads, const Tails& tails, EndRange ends,
                             int steps);

}  // namespace kilter::schedule
