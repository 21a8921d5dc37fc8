// Which placements a clearance holds back.
#pragma once

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// A clearance of an operation applies to all orders' placements of it; of a production order, to that order's; of a
// customer order, to the placements made for it.
inline bool applies(const model::Clearance& clearance, const plan::Plan& plan, const plan::Placement& placement) {
  const plan::ProductionOrder& order = plan.production_orders[placement.order];
  if (clearance.operation.valid()) return clearance.operation == placement.operation;
  if (clearance.production_order.valid()) return clearance.production_order == order.open;
  return clearance.order == order.for_order;
}

}  // namespace kilter::coordinate
