// The slow twin of incremental timing and pricing, asked after every move that a search keeps when assertions are at
// `twins`: times and costs recomputed from sequences alone.
#pragma once

#include <string>
#include <vector>

#include "schedule/timing/network.hpp"
#include "schedule/timing/state.hpp"

namespace kilter::schedule {

// What differs between the times of `state`, with what somebody believes it to leave unplaced and to cost, and the
// twin's; empty: nothing. With maximum lags and unplaced operations there is nothing to compare with: how far a
// predecessor was delayed before its successor turned out impossible depends on the moves made. As slow as retime_slow.
std::vector<std::string> differences_to_twin(const Network& network, const State& state, std::int64_t unplaced,
                                             Cost cost);

}  // namespace kilter::schedule
