// An order is delivered when its last supply is there and it is cleared; what is not delivered whole is listed, and
// nothing else.
#include <algorithm>
#include <string>
#include <vector>

#include "check/facts/supply.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

struct Arrival {
  Tick first = time::kNever;
  Tick last = time::kNever;
};

Arrival arrival_of(const Facts& facts, model::OrderId id) {
  const model::CustomerOrder& order = facts.plant.orders[id];
  base::Quantity pegged;
  Tick first = time::kNever;
  const Tick cleared = facts.cleared_from(id);
  Tick last = cleared;
  for (const plan::PegId peg_id : facts.supplied_to(plan::DemandKind::order, id.index())) {
    const plan::Peg& peg = facts.plan.pegs[peg_id];
    const Tick available = std::max(cleared, supply_of(facts, peg).available);
    pegged += peg.quantity;
    first = std::min(first, available);
    last = std::max(last, available);
  }
  return {.first = first, .last = pegged >= order.quantity ? last : time::kNever};
}

void check_delivery(const Facts& facts, const plan::Delivery& delivery, Report& report) {
  const model::CustomerOrder& order = facts.plant.orders[delivery.order];
  const Arrival arrival = arrival_of(facts, delivery.order);
  const Tick due = facts.plant.frame.tick(order.due());
  const bool first_fits = delivery.first_delivered == (order.partial ? arrival.first : arrival.last);
  if (delivery.due == due && delivery.delivered == arrival.last && first_fits) return;
  report.add("delivery", [&] {
    return facts.names.order(delivery.order) + " is said to be due at " + facts.names.when(delivery.due) +
           " and delivered at " + facts.names.when(delivery.delivered) + "; it is due at " + facts.names.when(due) +
           ", its first part is there at " + facts.names.when(arrival.first) + " and its last at " +
           facts.names.when(arrival.last);
  });
}

}  // namespace

void check_deliveries(const Facts& facts, Report& report) {
  std::vector<int> told(facts.plant.orders.size(), 0);
  for (const plan::Delivery& delivery : facts.plan.deliveries) {
    ++told[delivery.order.index()];
    check_delivery(facts, delivery, report);
  }
  for (const model::OrderId id : ids_of(facts.plant.orders)) {
    const int wanted = facts.plant.orders[id].status == model::OrderStatus::firm ? 1 : 0;
    if (told[id.index()] == wanted) continue;
    report.add("delivery", [&] {
      return facts.names.order(id) + " has " + std::to_string(told[id.index()]) + " deliveries instead of " +
             std::to_string(wanted);
    });
  }
}

}  // namespace kilter::check
