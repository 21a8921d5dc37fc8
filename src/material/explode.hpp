// Material planning: multi-level explosion and time-phased netting (MRP; Orlicky 1975), level by level in
// low-level-code order, per item and site, with full pegging. Infinite capacity: dates come from back-scheduling on
// working calendars. What is made becomes production orders with unscheduled placements; what is bought becomes
// purchase needs for `sourcing`.
#pragma once

#include <cstdint>
#include <vector>

#include "material/concessions.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::material {

// One portion of demand that must be bought. Quantities are good (usable) units; sourcing adds yield and lot rules.
struct PurchaseNeed {
  model::ItemId item;
  model::SiteId site;
  base::Quantity quantity;
  time::Tick need = time::kNever;  // when it must be there (infinite capacity); may lie before the origin
  std::uint32_t rank = 0;          // of the customer order behind it; 0 = allocated first
  plan::DemandKind demand = plan::DemandKind::order;
  std::uint32_t demand_index = 0;  // OrderId, PlacementId or ItemId (safety stock), as in plan::Peg
  model::BomLineId line;
  model::OrderId order;  // customer order behind it; none: stock
};

struct MaterialPlan {
  base::IndexedVector<plan::ProductionOrderId, plan::ProductionOrder> production_orders;
  base::IndexedVector<plan::PlacementId, plan::Placement>
      placements;                                    // order, operation, status; floor facts for open orders
  base::IndexedVector<plan::PegId, plan::Peg> pegs;  // to stock, open purchases and production
  std::vector<PurchaseNeed> needs;                   // grouped by (item, site), by rank then need inside
  std::vector<plan::Unplanned> unplanned;
  base::Issues assumptions;
};

// In which sequence customer orders take scarce stock and supply.
enum class AllocationRule : std::uint8_t {
  due_date,
  priority_then_due,
  priority_then_small,
  penalty_then_due,
  penalty_per_unit,  // dearest lateness per unit first
  small_first
};
// OrderId index -> rank, each rank once, 0 first. Ties: due date, then higher priority, then the plant's order.
std::vector<std::uint32_t> allocation_ranks(const model::Plant& plant, AllocationRule rule);

// Never fails: what cannot be supplied is listed in `unplanned`. O(R log R) in the number of requirements R.
// `ranks` has one entry per customer order.
//
// Existing supply (stock by expiry, open purchases, firm and released production) is handed out first. Demand that a
// new order could not serve in time takes it in rank sequence, each the latest supply that is still in time; then the
// others take what is left in need date sequence. What is not covered becomes new orders by the item's lot policy in
// need date sequence, past due counting as today and the rank deciding ties; a lot may serve several demands and
// inherits the rank of the most urgent. BOM lines are those valid when the operation that consumes them must start
// (today when that has passed), or is pinned. Orders, and parts of an order, that the concessions set apart get lots of
// their own; of an order in two parts the first takes what is there.
MaterialPlan explode(const model::Plant& plant, const std::vector<std::uint32_t>& ranks);

// The same with part of the demand given up beforehand; `concessions` comes back with what was found impossible on the
// way.
MaterialPlan explode(const model::Plant& plant, const std::vector<std::uint32_t>& ranks, Concessions& concessions);

}  // namespace kilter::material
