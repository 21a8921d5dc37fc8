#include "coordinate/explain/deliveries.hpp"

#include <algorithm>

namespace kilter::coordinate {

using plan::DemandKind;
using plan::SupplyKind;
using time::kNever;
using time::Tick;

Tick supplied_at(const model::Plant& plant, const plan::Plan& plan, const plan::Peg& peg) {
  Tick at = 0;
  switch (peg.supply) {
    case SupplyKind::stock:
      break;
    case SupplyKind::open_purchase:
      at = plant.frame.tick(plant.purchase_orders[model::OpenPurchaseOrderId(peg.supply_index)].current);
      break;
    case SupplyKind::production:
      at = plan.production_orders[plan::ProductionOrderId(peg.supply_index)].end;
      break;
    case SupplyKind::purchase:
      at = plan.purchases[plan::PurchaseId(peg.supply_index)].receipt_at;
      break;
  }
  return std::max<Tick>(0, at);
}

std::vector<plan::Delivery> deliveries(const model::Plant& plant, const plan::Plan& plan) {
  struct Sum {
    base::Quantity pegged;
    Tick last = 0;
    Tick first = kNever;
  };
  std::vector<Sum> sums(plant.orders.size());
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.demand != DemandKind::order) continue;
    Sum& sum = sums[peg.demand_index];
    const Tick at = supplied_at(plant, plan, peg);
    sum.pegged += peg.quantity;
    sum.last = std::max(sum.last, at);
    sum.first = std::min(sum.first, at);
  }
  std::vector<plan::Delivery> result;
  for (const model::OrderId id : base::ids_of(plant.orders)) {
    const model::CustomerOrder& order = plant.orders[id];
    if (order.status != model::OrderStatus::firm) continue;
    const Sum& sum = sums[id.index()];
    plan::Delivery delivery{.order = id, .due = plant.frame.tick(order.due())};
    if (sum.pegged >= order.quantity) delivery.delivered = sum.last;
    delivery.first_delivered = order.partial ? sum.first : delivery.delivered;
    result.push_back(delivery);
  }
  return result;
}

}  // namespace kilter::coordinate
