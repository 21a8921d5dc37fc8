// A schedule from priorities: of the operations whose predecessors are placed, the one with the least key goes to the
// end of the lane where it ends first. O(N (log N + alternatives)).
#pragma once

#include <span>

#include "schedule/makespan/sequence.hpp"

namespace kilter::schedule {

// `keys` per operation, `modes` the mode per operation that must be used, or kNone: any. The makespan is that of the
// schedule built.
Sequence decode_list(const Shop& shop, std::span<const double> keys, std::span<const Index> modes);

// First come, first served: of the operations whose predecessors are placed, the one that they let begin first goes to
// the end of the lane where it ends first; `ranks` (0 to 1) decide who goes first of those that come together.
Sequence decode_arrivals(const Shop& shop, std::span<const double> ranks);

}  // namespace kilter::schedule
