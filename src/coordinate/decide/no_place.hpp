// Why the kernel found no place for an operation.
#pragma once

#include <vector>

#include "plan/plan.hpp"
#include "schedule/problem.hpp"
#include "schedule/solution.hpp"

namespace kilter::coordinate {

class NoPlace {
 public:
  // Both must outlive this. O(operations).
  NoPlace(const schedule::Problem& problem, const schedule::Solution& solution);

  // Of an operation that has no place although what it waits for has one:
  //   no_unit          no machine may do it
  //   no_person        once it is ready and its people and tools have done what they have to do, the hours of too many
  //                    of them are over (a certificate that ends, absence), while a machine would go on
  //   infeasible_wait  it must not wait long for something, and has to
  //   beyond_horizon   none of these: the calendars end first
  [[nodiscard]] plan::UnplannedReason reason(schedule::Index operation) const;

 private:
  [[nodiscard]] time::Tick ready(schedule::Index operation) const;
  [[nodiscard]] bool deserted(schedule::Index operation, schedule::Index lanes) const;
  [[nodiscard]] bool deserted(schedule::Index operation, schedule::Index lanes, const schedule::Mode& mode) const;

  const schedule::Problem& problem_;
  const schedule::Solution& solution_;
  std::vector<time::Tick> free_;  // by lane: the end of the last work that it has as a slot
};

}  // namespace kilter::coordinate
