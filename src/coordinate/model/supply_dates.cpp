#include "coordinate/model/supply_dates.hpp"

#include <algorithm>

namespace kilter::coordinate {

using plan::SupplyKind;
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

Tick available_at(const model::Plant& plant, const plan::Plan& plan, const plan::Peg& peg) {
  if (peg.supply != SupplyKind::purchase) return supplied_at(plant, plan, peg);
  return std::max<Tick>(0, plan.purchases[plan::PurchaseId(peg.supply_index)].earliest);
}

}  // namespace kilter::coordinate
