// Until when work waits for money.
#pragma once

#include "plan/plan.hpp"

namespace kilter::coordinate {

// The latest deferral of the customer order that the placement mainly serves; null when there is none. O(deferrals).
inline const plan::Deferral* deferral_of(const plan::Plan& plan, const plan::Placement& placement) {
  const model::OrderId order = plan.production_orders[placement.order].for_order;
  const plan::Deferral* latest = nullptr;
  for (const plan::Deferral& deferral : plan.deferrals) {
    if (deferral.order == order && (latest == nullptr || deferral.until > latest->until)) latest = &deferral;
  }
  return latest;
}

inline time::Tick deferred_until(const plan::Plan& plan, const plan::Placement& placement) {
  const plan::Deferral* deferral = deferral_of(plan, placement);
  return deferral == nullptr ? time::kLongAgo : deferral->until;
}

}  // namespace kilter::coordinate
