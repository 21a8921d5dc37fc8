// What the moves of batches have in common.
#pragma once

#include "schedule/search/moves/move.hpp"
#include "schedule/search/moves/seating.hpp"

namespace kilter::schedule {

// Of the two operations at `where`, in random order, the first one that may run in a batch and is free to move; kNone.
Index sharing_at(const Trial& trial, const Blocked& where, base::Random& random);

// The first mode of `op` that runs on `lane`; kNone.
Index mode_on_lane(const Problem& problem, Index op, Index lane);

}  // namespace kilter::schedule
