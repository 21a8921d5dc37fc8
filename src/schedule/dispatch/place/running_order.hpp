// The order in which running operations stand in their lanes' sequences. They wait for nobody, but others wait for the
// last of them, so on every lane that must be the one that leaves it last: a person may be done with an operation long
// before its machine is.
#pragma once

#include <vector>

#include "schedule/timing/network.hpp"
#include "schedule/timing/state.hpp"

namespace kilter::schedule {

// All running operations that have times in `state`, those of a batch together. On a lane by the end of their stay,
// ties by start. Where lanes contradict each other (running work that shares several), the rest is in order of end.
std::vector<Index> running_order(const Network& network, const State& state);

}  // namespace kilter::schedule
