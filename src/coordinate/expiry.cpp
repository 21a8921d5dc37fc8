#include "coordinate/expiry.hpp"

namespace kilter::coordinate {

std::vector<plan::PegId> expired_pegs(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<plan::PegId> expired;
  for (const plan::PegId id : base::ids_of(plan.pegs)) {
    const plan::Peg& peg = plan.pegs[id];
    if (peg.supply != plan::SupplyKind::stock || peg.demand != plan::DemandKind::placement) continue;
    const model::Stock& lot = plant.stock[model::StockId(peg.supply_index)];
    const plan::Placement& user = plan.placements[plan::PlacementId(peg.demand_index)];
    if (lot.expiry && user.start >= plant.frame.tick(*lot.expiry)) expired.push_back(id);
  }
  return expired;
}

}  // namespace kilter::coordinate
