// Discrete lot sizing with changeovers, solved: simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) over exchanges
// and insertions of periods, on every thread in cycles of growing length, until the budget is used, somebody cancels,
// or the bound is met.
#pragma once

#include <vector>

#include "schedule/lots/lot_sizing.hpp"
#include "schedule/solve.hpp"

namespace kilter::schedule {

struct DiscreteLotAnswer {
  bool feasible = false;    // false: no plan meets every demand; then the rest is empty
  std::vector<Index> made;  // period -> item or kNone
  Account account;          // stocking and changeover costs
};

DiscreteLotAnswer solve(const DiscreteLotSizing& problem, const SolveOptions& options);

}  // namespace kilter::schedule
