// Hours that cost more: what an operation works, and its people attend, inside a lane's dearer calendar.
#pragma once

#include "schedule/timing/network.hpp"
#include "schedule/timing/state.hpp"

namespace kilter::schedule {

// Of one placed operation. O(slots x intervals that it runs through).
Cost overtime_cost(const Network& network, const State& state, Index op);

}  // namespace kilter::schedule
