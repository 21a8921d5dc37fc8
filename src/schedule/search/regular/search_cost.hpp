// Search for regular objectives on shops: weighted tardiness, weighted completion, setup and mode prices.
#pragma once

#include "schedule/problem.hpp"
#include "schedule/solution.hpp"
#include "schedule/solve.hpp"

namespace kilter::schedule {

// Whether search_cost takes this problem and start: a shop (Shop::fits) whose objective has tardiness, setup and mode
// prices only, everything placed.
[[nodiscard]] bool search_cost_fits(const Problem& problem, const Solution& start);

// Short tabu walks on every thread, first from `start` and from random schedules, then from blends of the best found,
// and runs of annealing from the best so far. What both find meets in one pool; whichever finds the best gets most of
// the epochs, the other one in eight.
// Never returns a worse one than `start`. Replays for the same seed, threads and epochs. Fills the account's epochs and
// reports to options.progress. Stops at cost 0.
Solution search_cost(const Problem& problem, const Solution& start, const SolveOptions& options, Account& account);

}  // namespace kilter::schedule
