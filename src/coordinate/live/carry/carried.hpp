// A published schedule in terms of a scheduling model of today: what the kernel repairs.
//
//   published   W-2: MO-7/20 08:00, MO-9/20 11:00          W-2 of today: MO-7/20 runs, MO-9/20 at 11:00
#pragma once

#include <vector>

#include "coordinate/live/published.hpp"
#include "coordinate/proposal.hpp"
#include "schedule/problem.hpp"
#include "schedule/repair/facts/disruption.hpp"
#include "schedule/solution.hpp"

namespace kilter::coordinate {

// The published places of the proposal's operations, as far as they are possible: unit, lane, people, tools and times
// from now on. What runs or is pinned stands where the floor says. What was not planned, or has no unit of that name
// any more, has no start; what should have begun by now and has not, begins now. The sequence is that of the published
// starts, and respects every arc. The score is not set. O(n log n).
schedule::Solution carried(const Published& published, const Counterparts& counterparts, const PublishedWork& work,
                           const Proposal& today);

// Every operation behind what it waits for, else by `sequence` (kNever: behind its predecessors) and end. O(n log n).
std::vector<schedule::Index> order_by_start(const schedule::Problem& problem, const schedule::Solution& solution,
                                            std::vector<time::Tick> sequence);

// The model's problem with its frozen zone: operations that were published to start before `frozen_until` and can stand
// there are pinned; and the published schedule in its terms.
schedule::Disrupted frozen(const schedule::Problem& problem, const schedule::Solution& published,
                           time::Tick frozen_until);

}  // namespace kilter::coordinate
