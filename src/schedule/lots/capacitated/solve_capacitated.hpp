// Capacitated lot sizing with setup times, solved: a Lagrangian bound and start, then simulated annealing over the
// periods in which items may be made, quantities decoded (LotDecoder), on every thread until the budget is used,
// somebody cancels, or the bound is met.
#pragma once

#include <vector>

#include "schedule/lots/lot_sizing.hpp"
#include "schedule/solve.hpp"

namespace kilter::schedule {

struct LotAnswer {
  bool feasible = false;           // false: no plan was found; then `made` is empty and the objective means nothing
  std::vector<std::int64_t> made;  // row = period, column = item; millionths of units
  Account account;                 // setup and holding costs in millionths
};

LotAnswer solve(const LotSizing& problem, const SolveOptions& options);

}  // namespace kilter::schedule
