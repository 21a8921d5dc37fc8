// What a repaired schedule changes in a published one: promises to people and to what stands at the machines.
#pragma once

#include <vector>

#include "schedule/problem.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

// Only operations that were planned count. Ascending.
struct Change {
  std::vector<Index> moved;       // operations: start differs by more than the tolerance, or there is none any more
  std::vector<Index> relaned;     // operations on another machine
  std::vector<Index> reassigned;  // slots with somebody else
  std::vector<Index> broken;      // operations with any of these: promises that are not kept
  Cost weight = 0;                // of the broken promises
};

// `promise`: operation -> weight of its promise; empty: 1 each. Both schedules are of the same problem. O(N).
Change change_between(const Problem& problem, const Solution& published, const Solution& repaired, Tick tolerance,
                      const std::vector<Cost>& promise);

}  // namespace kilter::schedule
