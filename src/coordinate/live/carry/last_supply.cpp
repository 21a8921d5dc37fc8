#include "coordinate/live/carry/last_supply.hpp"

#include "coordinate/model/supply_dates.hpp"

namespace kilter::coordinate {

LastSupply last_supply(const model::Plant& plant, const plan::Plan& plan, const plan::PegIndex& pegs,
                       plan::PlacementId placement) {
  LastSupply last;
  for (const plan::PegId id : pegs.into(placement)) {
    const plan::Peg& peg = plan.pegs[id];
    if (peg.supply == plan::SupplyKind::production) continue;
    const time::Tick at = available_at(plant, plan, peg);
    if (at <= last.at) continue;
    const bool is_new = peg.supply == plan::SupplyKind::purchase;
    last = {.at = at,
            .supply = peg.supply,
            .blocker = is_new ? plan.purchases[plan::PurchaseId(peg.supply_index)].item.index() : peg.supply_index};
  }
  return last;
}

}  // namespace kilter::coordinate
