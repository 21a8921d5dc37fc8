#include "coordinate/model/clearances.hpp"

#include "plan/clearances/order_clearances.hpp"
#include "plan/peg_index.hpp"

namespace kilter::coordinate {
namespace {

// Whether some of a production order's output ends up in another customer order than the one it is made for.
bool serves_others(const plan::Plan& plan, const plan::PegIndex& pegs, plan::ProductionOrderId id) {
  const model::OrderId own = plan.production_orders[id].for_order;
  std::vector<plan::ProductionOrderId> left{id};
  while (!left.empty()) {
    const plan::ProductionOrderId next = left.back();
    left.pop_back();
    for (const plan::PegId peg_id : pegs.out_of(next)) {
      const plan::Peg& peg = plan.pegs[peg_id];
      if (peg.demand == plan::DemandKind::order && peg.demand_index != own.index()) return true;
      if (peg.demand == plan::DemandKind::placement) {
        left.push_back(plan.placements[plan::PlacementId(peg.demand_index)].order);
      }
    }
  }
  return false;
}

}  // namespace

Clearances::Clearances(const model::Plant& plant, const plan::Plan& plan) : plan_(plan) {
  const plan::OrderClearances waiting(plant);
  if (!waiting.any()) return;
  const plan::PegIndex pegs(plant, plan);
  shared_.assign(plan.production_orders.size(), false);
  for (const plan::ProductionOrderId id : base::ids_of(plan.production_orders)) {
    const model::OrderId order = plan.production_orders[id].for_order;
    if (order.valid() && waiting.open(order)) shared_[id.index()] = serves_others(plan, pegs, id);
  }
}

bool Clearances::applies(const model::Clearance& clearance, const plan::Placement& placement) const {
  const plan::ProductionOrder& order = plan_.production_orders[placement.order];
  if (clearance.operation.valid()) return clearance.operation == placement.operation;
  if (clearance.production_order.valid()) return clearance.production_order == order.open;
  return clearance.order == order.for_order && (shared_.empty() || !shared_[placement.order.index()]);
}

}  // namespace kilter::coordinate
