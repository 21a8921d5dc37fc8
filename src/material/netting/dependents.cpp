// From a production order to what it needs one level down, and what it inherits from the demand pegged to it.
#include <algorithm>

#include "material/netting/explosion.hpp"
#include "material/netting/open_orders.hpp"
#include "plan/work_content.hpp"

namespace kilter::material {
namespace {

// Valid for work that must start in [from, until).
bool valid_at(const model::Plant& plant, const model::BomLine& line, Tick need) {
  return (!line.from || plant.frame.tick(*line.from) <= need) && (!line.until || need < plant.frame.tick(*line.until));
}

}  // namespace

// Kept orders of this node: every one needs its components, whether anybody wants it or not.
void Explosion::carry_open_orders(std::span<const Supply> supplies) {
  for (const Supply& supply : supplies) {
    if (supply.kind != plan::SupplyKind::production) continue;
    const plan::ProductionOrderId id(supply.index);
    if (supply.first_need != time::kNever) {
      settle(id, supply);
    } else if (supply.left < plan_.production_orders[id].good) {
      plan_.production_orders[id].for_order = {};  // safety stock alone takes of it
    }
    explode_order(id, supply.part);
  }
}

void Explosion::settle(plan::ProductionOrderId id, const Supply& supply) {
  plan::ProductionOrder& order = plan_.production_orders[id];
  order.for_order = supply.serves_reserved ? supply.reserved : supply.order;
  order.rank = supply.serves_reserved ? ranks_[supply.reserved.index()] : supply.rank;
  order.need = supply.first_need;
}

void Explosion::explode_order(plan::ProductionOrderId id, std::uint8_t part) {
  const plan::ProductionOrder& order = plan_.production_orders[id];
  const model::Item& item = plant_.items[order.item];
  if (item.bom.empty()) return;
  network_.routes.latest_starts(order.item, order.quantity, order.need, starts_);
  for (const model::BomLineId line_id : item.bom) {
    const model::BomLine& line = plant_.bom_lines[line_id];
    Requirement want;
    const plan::PlacementId placement = consumer(plant_, order, line);
    want.need = starts_[placement.index() - (*order.placements.begin()).index()];
    if (plan_.placements[placement].status == model::WorkStatus::pinned) want.need = plan_.placements[placement].start;
    if (!valid_at(plant_, line, want.wanted()) || consumed(plant_, plan_, order, line)) continue;
    want.quantity = plan::component_need(line, order.quantity);
    if (!want.quantity.positive()) continue;
    want.rank = order.rank;
    // What an order makes that nobody wants is for stock, whoever it was meant for.
    if (order.rank != kStockRank) want.order = order.for_order;
    want.part = part;
    want.line = line_id;
    want.demand = plan::DemandKind::placement;
    want.demand_index = placement.index();
    lists_.add(network_.node(line.component, order.site), want);
  }
}

}  // namespace kilter::material
