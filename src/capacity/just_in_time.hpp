// Just-in-time dates with infinite capacity: every operation as late as its production order's need allows.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/hours_lookup.hpp"
#include "plan/plan.hpp"
#include "time/working_calendar.hpp"

namespace kilter::capacity {

// Back-schedules the operations of one production order from its need (backward scheduling; a rough one: no maximum
// waits, no transfer batches).
//
//   |--- 10 ---|   wait   |--- 20 ---|need
class JustInTime {
 public:
  // Keeps references to both. `regular`: hours without decided overtime.
  JustInTime(const model::Plant& plant, plan::HoursLookup& regular) : plant_(plant), regular_(regular) {}

  // [start, end) of each placement of the order, in their order; valid until the next call. Starts may lie before the
  // origin.
  const std::vector<time::Interval>& dates(const plan::Plan& plan, const plan::ProductionOrder& order);

 private:
  time::Tick latest_start(const plan::Placement& placement, time::Tick end);

  const model::Plant& plant_;
  plan::HoursLookup& regular_;
  std::vector<time::Interval> dates_;
};

}  // namespace kilter::capacity
