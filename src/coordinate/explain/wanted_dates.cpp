#include "coordinate/explain/wanted_dates.hpp"

namespace kilter::coordinate {

using time::Tick;

Tick WantedDates::by(const plan::Peg& peg) {
  if (peg.demand == plan::DemandKind::order) {
    const model::CustomerOrder& order = plant_.orders[model::OrderId(peg.demand_index)];
    return material::earlier(plant_.frame.tick(order.due()), plant_.policy.delivery_buffer.count());
  }
  const plan::Placement& placement = plan_.placements[plan::PlacementId(peg.demand_index)];
  const plan::ProductionOrder& order = plan_.production_orders[placement.order];
  if (placement.status == model::WorkStatus::pinned) return pinned_at(order, placement.operation);
  routes_.latest_starts(order.item, order.quantity, order.need, starts_);
  return starts_[peg.demand_index - (*order.placements.begin()).index()];
}

Tick WantedDates::latest_start(const plan::ProductionOrder& order) {
  return routes_.latest_starts(order.item, order.quantity, order.need, starts_);
}

Tick WantedDates::pinned_at(const plan::ProductionOrder& order, model::OperationId operation) const {
  for (const model::OperationProgress& step : plant_.production_orders[order.open].progress) {
    if (step.operation == operation) return plant_.frame.tick(step.start);
  }
  return time::kNever;
}

}  // namespace kilter::coordinate
