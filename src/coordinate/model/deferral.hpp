// Until when work waits for money.
#pragma once

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// A production order waits when every customer order that it serves does, for the first of them; one that serves none,
// while work for stock waits.
class Deferrals {
 public:
  // Keeps pointers into `plan.deferrals`. O(pegs) where there are any.
  Deferrals(const model::Plant& plant, const plan::Plan& plan);

  // Null when the production order does not wait.
  [[nodiscard]] const plan::Deferral* of(plan::ProductionOrderId order) const {
    return waits_.empty() ? nullptr : waits_[order];
  }
  // kLongAgo when it does not wait.
  [[nodiscard]] time::Tick until(plan::ProductionOrderId order) const {
    const plan::Deferral* deferral = of(order);
    return deferral == nullptr ? time::kLongAgo : deferral->until;
  }

 private:
  base::IndexedVector<plan::ProductionOrderId, const plan::Deferral*> waits_;  // empty without deferrals
};

}  // namespace kilter::coordinate
