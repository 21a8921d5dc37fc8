// The search for the least makespan of a shop: short tabu runs whose results meet in a pool; new runs start between two
// members of the pool.
#pragma once

#include "schedule/graph/shop.hpp"
#include "schedule/solution.hpp"
#include "schedule/solve.hpp"

namespace kilter::schedule {

// Whether the makespan is all that counts: one job due at or before the origin that every last operation closes, and
// nothing else costs. (`Shop::fits` is another question.)
bool counts_makespan_only(const Problem& problem);

// Improves `start`, which places every operation. The problem must fit a shop and count the makespan only. Sets the
// account's objective, seconds, seconds_to_best and epochs; stops when the objective reaches its lower_bound. Never
// returns a worse one. Replayable: see run_epochs.
Solution search_makespan(const Problem& problem, const Solution& start, const SolveOptions& options, Account& account);

}  // namespace kilter::schedule
