// What no permutation beats, from one machine at a time.
//
//   makespan    least way to the machine + all its work + the least setups between jobs + least way on: an assignment
//   of
//               successors (the travelling salesman's relaxation), where the first and the last job cost their ways
//   tardiness   the k-th completion is not before the k shortest works are done on any machine; jobs are assigned to
//               completions at the least total tardiness (Chu 1992 for one machine)
//
// O(m n^3) with setups, O(m n log n + n^3) for tardiness; from 200 jobs on assignments give way to the sums of row
// minima and to sorting.
#pragma once

#include <cstdint>

#include "schedule/flow/permutation_shop.hpp"

namespace kilter::schedule {

// Proved for flow_value of any permutation of all jobs.
std::int64_t machine_bound(const PermutationShop& shop);

}  // namespace kilter::schedule
