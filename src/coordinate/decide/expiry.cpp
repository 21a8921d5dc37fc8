#include "coordinate/decide/expiry.hpp"

#include <algorithm>

#include "coordinate/explain/deliveries.hpp"

namespace kilter::coordinate {
namespace {

using time::Tick;

// When each customer order leaves as a whole: its last supply, by OrderId index.
std::vector<Tick> departures(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<Tick> last(plant.orders.size(), 0);
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.demand != plan::DemandKind::order) continue;
    last[peg.demand_index] = std::max(last[peg.demand_index], supplied_at(plant, plan, peg));
  }
  return last;
}

}  // namespace

std::vector<plan::PegId> expired_pegs(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<plan::PegId> expired;
  const std::vector<Tick> departure = departures(plant, plan);
  for (const plan::PegId id : base::ids_of(plan.pegs)) {
    const plan::Peg& peg = plan.pegs[id];
    if (peg.supply != plan::SupplyKind::stock || peg.demand == plan::DemandKind::safety_stock) continue;
    const model::Stock& lot = plant.stock[model::StockId(peg.supply_index)];
    if (!lot.expiry) continue;
    Tick used = 0;  // parts of an order that may leave one by one leave at once
    if (peg.demand == plan::DemandKind::placement) {
      used = plan.placements[plan::PlacementId(peg.demand_index)].start;
    } else if (!plant.orders[model::OrderId(peg.demand_index)].partial) {
      used = departure[peg.demand_index];
    }
    if (used >= plant.frame.tick(*lot.expiry)) expired.push_back(id);
  }
  return expired;
}

}  // namespace kilter::coordinate
