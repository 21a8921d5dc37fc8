#include "plan/served/supplied_at.hpp"

#include <algorithm>

namespace kilter::plan {

Tick supplied_at(const model::Plant& plant, const Plan& plan, const Peg& peg) {
  Tick at = 0;
  switch (peg.supply) {
    case SupplyKind::stock:
      break;
    case SupplyKind::open_purchase:
      at = plant.frame.tick(plant.purchase_orders[model::OpenPurchaseOrderId(peg.supply_index)].current);
      break;
    case SupplyKind::production:
      at = plan.production_orders[ProductionOrderId(peg.supply_index)].end;
      break;
    case SupplyKind::purchase:
      at = plan.purchases[PurchaseId(peg.supply_index)].receipt_at;
      break;
  }
  return std::max<Tick>(0, at);
}

}  // namespace kilter::plan
