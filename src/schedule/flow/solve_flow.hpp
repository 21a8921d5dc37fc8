// Permutation flow shops, solved: NEH, then iterated greedy on every thread until the budget is used, somebody cancels,
// or the bound is met.
#pragma once

#include <vector>

#include "schedule/flow/permutation_shop.hpp"
#include "schedule/solve.hpp"

namespace kilter::schedule {

struct FlowAnswer {
  std::vector<Index> permutation;  // every job once
  Account account;                 // total tardiness with due dates, else the makespan
};

FlowAnswer solve(const PermutationShop& shop, const SolveOptions& options);

}  // namespace kilter::schedule
