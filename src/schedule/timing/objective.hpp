// What a timed schedule costs: the parts of Score, from scratch.
#pragma once

#include "schedule/solution.hpp"
#include "schedule/timing/network.hpp"
#include "schedule/timing/state.hpp"

namespace kilter::schedule {

// When the job's last closing operation ends; kNever when one of them is unplaced, kLongAgo when it has none.
Tick completion(const Problem& problem, const State& state, Index job);

// Weight of the job's tardiness when it is complete at `completion`; 0 when it never is.
Cost tardiness_cost(const Job& job, Tick completion);

// What one placed operation costs: every part but tardiness; zeros when unplaced. Holding depends on other operations
// too: on those that close the job it is held for.
Score operation_cost(const Network& network, const State& state, Index op);

// O(N).
Score score_of(const Network& network, const State& state);

}  // namespace kilter::schedule
