#include "coordinate/decide/expiry.hpp"

#include <algorithm>

#include "coordinate/model/supply_dates.hpp"
#include "plan/clearances/order_clearances.hpp"

namespace kilter::coordinate {
namespace {

using plan::DemandKind;
using plan::SupplyKind;
using time::kNever;
using time::Tick;

// From when on each customer order may leave, by OrderId index.
std::vector<Tick> cleared_at(const model::Plant& plant) {
  const plan::OrderClearances clearances(plant);
  std::vector<Tick> cleared;
  for (const model::OrderId id : base::ids_of(plant.orders)) {
    cleared.push_back(std::max<Tick>(0, clearances.expected(id)));
  }
  return cleared;
}

// When each customer order leaves as a whole: its last supply, and not before it is cleared; by OrderId index.
std::vector<Tick> departures(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<Tick> last = cleared_at(plant);
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.demand != DemandKind::order) continue;
    last[peg.demand_index] = std::max(last[peg.demand_index], plan::supplied_at(plant, plan, peg));
  }
  return last;
}

model::ItemId item_of(const model::Plant& plant, const plan::Plan& plan, const plan::Peg& peg) {
  switch (peg.supply) {
    case SupplyKind::stock:
      return plant.stock[model::StockId(peg.supply_index)].item;
    case SupplyKind::open_purchase:
      return plant.purchase_orders[model::OpenPurchaseOrderId(peg.supply_index)].item;
    case SupplyKind::production:
      return plan.production_orders[plan::ProductionOrderId(peg.supply_index)].item;
    case SupplyKind::purchase:
      break;
  }
  return plan.purchases[plan::PurchaseId(peg.supply_index)].item;
}

// A lot with an expiry date: parts of an order that may leave one by one leave when it is cleared.
bool stock_expired(const model::Plant& plant, const plan::Plan& plan, const plan::Peg& peg, Tick leaves) {
  const model::Stock& lot = plant.stock[model::StockId(peg.supply_index)];
  if (!lot.expiry) return false;
  Tick used = 0;
  if (peg.demand == DemandKind::placement) {
    used = plan.placements[plan::PlacementId(peg.demand_index)].start;
  } else {
    used = leaves;
  }
  return used >= plant.frame.tick(*lot.expiry);
}

bool too_old(const model::Plant& plant, const plan::Plan& plan, const plan::Peg& peg, Tick used) {
  const std::optional<model::Duration>& life = plant.items[item_of(plant, plan, peg)].shelf_life;
  if (!life || used == kNever) return false;
  return std::int64_t{used} - plan::supplied_at(plant, plan, peg) > life->count();
}

}  // namespace

std::vector<Tick> uses_of(const model::Plant& plant, const plan::Plan& plan) {
  const std::vector<Tick> departure = departures(plant, plan);
  const std::vector<Tick> cleared = cleared_at(plant);
  std::vector<Tick> used;
  used.reserve(plan.pegs.size());
  for (const plan::Peg& peg : plan.pegs) {
    Tick at = kNever;
    if (peg.demand == DemandKind::placement) {
      at = plan.placements[plan::PlacementId(peg.demand_index)].start;
    } else if (peg.demand == DemandKind::order) {
      const model::CustomerOrder& order = plant.orders[model::OrderId(peg.demand_index)];
      const Tick leaves = order.partial ? std::max(plan::supplied_at(plant, plan, peg), cleared[peg.demand_index])
                                        : departure[peg.demand_index];
      at = std::max(plant.frame.tick(order.due()), leaves);
    }
    used.push_back(at);
  }
  return used;
}

std::vector<plan::PegId> expired_pegs(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<plan::PegId> expired;
  const std::vector<Tick> departure = departures(plant, plan);
  const std::vector<Tick> cleared = cleared_at(plant);
  const std::vector<Tick> used = uses_of(plant, plan);
  for (const plan::PegId id : base::ids_of(plan.pegs)) {
    const plan::Peg& peg = plan.pegs[id];
    if (peg.demand == DemandKind::safety_stock) continue;
    Tick leaves = kNever;
    if (peg.demand == DemandKind::order) {
      const bool in_parts = plant.orders[model::OrderId(peg.demand_index)].partial;
      leaves = (in_parts ? cleared : departure)[peg.demand_index];
    }
    const bool gone = peg.supply == SupplyKind::stock ? stock_expired(plant, plan, peg, leaves)
                                                      : too_old(plant, plan, peg, used[id.index()]);
    if (gone) expired.push_back(id);
  }
  return expired;
}

bool has_perishables(const model::Plant& plant) {
  return std::any_of(plant.stock.begin(), plant.stock.end(),
                     [](const model::Stock& lot) { return lot.expiry.has_value(); }) ||
         std::any_of(plant.items.begin(), plant.items.end(),
                     [](const model::Item& item) { return item.shelf_life.has_value(); });
}

}  // namespace kilter::coordinate
