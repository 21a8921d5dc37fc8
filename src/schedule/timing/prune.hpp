// An operation that cannot be placed where it stands makes everything behind it on its lanes unplaced too. Taking it
// out of its sequences sets the others free.
#pragma once

#include "schedule/timing/network.hpp"
#include "schedule/timing/propagation.hpp"
#include "schedule/timing/state.hpp"

namespace kilter::schedule {

// Takes operations out until every operation that stands in a sequence is placed; of a batch only members that cannot
// be placed there. `state` must be swept; it is again after.
void prune_unplaced(const Network& network, Propagation& propagation, State& state);

}  // namespace kilter::schedule
