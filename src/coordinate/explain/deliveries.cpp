#include "coordinate/explain/deliveries.hpp"

#include <algorithm>

#include "coordinate/model/supply_dates.hpp"
#include "plan/clearances/order_clearances.hpp"

namespace kilter::coordinate {

using plan::DemandKind;
using time::kNever;
using time::Tick;

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
    const Tick at = plan::supplied_at(plant, plan, peg);
    sum.pegged += peg.quantity;
    sum.last = std::max(sum.last, at);
    sum.first = std::min(sum.first, at);
  }
  const plan::OrderClearances clearances(plant);
  std::vector<plan::Delivery> result;
  for (const model::OrderId id : base::ids_of(plant.orders)) {
    const model::CustomerOrder& order = plant.orders[id];
    if (order.status != model::OrderStatus::firm) continue;
    const Sum& sum = sums[id.index()];
    plan::Delivery delivery{.order = id, .due = plant.frame.tick(order.due())};
    if (sum.pegged >= order.quantity) delivery.delivered = std::max(sum.last, clearances.expected(id));
    delivery.first_delivered = order.partial ? std::max(sum.first, clearances.expected(id)) : delivery.delivered;
    result.push_back(delivery);
  }
  return result;
}

}  // namespace kilter::coordinate
