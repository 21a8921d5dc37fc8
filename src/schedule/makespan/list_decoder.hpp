// A schedule from priorities: of the operations whose predecessors are placed, the one with the least key goes to the
// end of the lane where it ends first. O(N (log N + alternatives)).
#pragma once

#include <span>

#include "schedule/makespan/sequence.hpp"

namespace kilter::schedule {

// `keys` per operation, `modes` the mode per operation that must be used, or kNone: any. The makespan is that of the
// schedule built.
Sequence decode_list(const Shop& shop, std::span<const double> keys, std::span<const Index> modes);

}  // namespace kilter::schedule
