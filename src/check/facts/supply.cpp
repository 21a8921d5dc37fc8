#include "check/facts/supply.hpp"

#include <algorithm>

namespace kilter::check {

base::Quantity good_received(const model::Item& item, base::Quantity quantity) {
  const base::Int128 good = base::Int128(quantity.raw()) * item.yield.raw() / base::kMicro;
  return base::Quantity::micros(static_cast<std::int64_t>(good));
}

Supply supply_of(const Facts& facts, plan::SupplyKind kind, std::uint32_t index) {
  switch (kind) {
    case plan::SupplyKind::stock: {
      const model::Stock& stock = facts.plant.stock[model::StockId(index)];
      return {.item = stock.item, .site = stock.site, .usable = stock.quantity, .available = 0};
    }
    case plan::SupplyKind::open_purchase: {
      const model::OpenPurchaseOrder& open = facts.plant.purchase_orders[model::OpenPurchaseOrderId(index)];
      return {.item = open.item,
              .site = open.site,
              .usable = good_received(facts.plant.items[open.item], open.quantity),
              .available = std::max<Tick>(0, facts.plant.frame.tick(open.current))};
    }
    case plan::SupplyKind::production: {
      const plan::ProductionOrder& order = facts.plan.production_orders[plan::ProductionOrderId(index)];
      return {.item = order.item, .site = order.site, .usable = order.good, .available = std::max<Tick>(0, order.end)};
    }
    case plan::SupplyKind::purchase:
      break;
  }
  const plan::Purchase& purchase = facts.plan.purchases[plan::PurchaseId(index)];
  return {.item = purchase.item, .site = purchase.site, .usable = purchase.good, .available = purchase.receipt_at};
}

Tick taken_at(const Facts& facts, const plan::Peg& peg) {
  if (peg.demand == plan::DemandKind::placement)
    return facts.plan.placements[plan::PlacementId(peg.demand_index)].start;
  if (peg.demand == plan::DemandKind::safety_stock) return time::kNever;
  const model::OrderId order(peg.demand_index);
  const Tick cleared = facts.cleared_from(order);
  if (facts.plant.orders[order].partial) return std::max(cleared, supply_of(facts, peg).available);
  Tick last = cleared;
  for (const plan::PegId id : facts.supplied_to(plan::DemandKind::order, peg.demand_index)) {
    last = std::max(last, supply_of(facts, facts.plan.pegs[id]).available);
  }
  return last;
}

}  // namespace kilter::check
