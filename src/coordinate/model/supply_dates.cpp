#include "coordinate/model/supply_dates.hpp"

#include <algorithm>

namespace kilter::coordinate {

using time::Tick;

Tick available_at(const model::Plant& plant, const plan::Plan& plan, const plan::Peg& peg) {
  if (peg.supply != plan::SupplyKind::purchase) return plan::supplied_at(plant, plan, peg);
  return std::max<Tick>(0, plan.purchases[plan::PurchaseId(peg.supply_index)].earliest);
}

}  // namespace kilter::coordinate
