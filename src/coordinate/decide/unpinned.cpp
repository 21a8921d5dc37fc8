#include "coordinate/decide/unpinned.hpp"

#include <algorithm>

#include "coordinate/model/supply_dates.hpp"
#include "plan/working_hours.hpp"

namespace kilter::coordinate {

bool Unpinned::add(const plan::Plan& plan, const plan::Placement& placement) {
  const Pin pin{.order = plan.production_orders[placement.order].open, .operation = placement.operation};
  if (placement.status != model::WorkStatus::pinned || !pin.order.valid()) return false;
  if (std::find(pins_.begin(), pins_.end(), pin) != pins_.end()) return false;
  pins_.push_back(pin);
  return true;
}

void Unpinned::add_impossible(const model::Plant& plant, const plan::Plan& plan) {
  for (const plan::Placement& placement : plan.placements) {
    if (placement.status != model::WorkStatus::pinned || !placement.unit.valid()) continue;
    const time::Tick start = std::max<time::Tick>(0, placement.start);
    if (!plan::unit_hours(plant, plan.overtime, placement.unit).is_open(start)) add(plan, placement);
  }
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.demand != plan::DemandKind::placement || peg.supply == plan::SupplyKind::production) continue;
    const plan::Placement& placement = plan.placements[plan::PlacementId(peg.demand_index)];
    if (placement.status != model::WorkStatus::pinned) continue;
    if (available_at(plant, plan, peg) > std::max<time::Tick>(0, placement.start)) add(plan, placement);
  }
}

void Unpinned::apply(const model::Plant& plant, plan::Plan& plan) const {
  if (pins_.empty()) return;
  for (plan::Placement& placement : plan.placements) {
    const Pin pin{.order = plan.production_orders[placement.order].open, .operation = placement.operation};
    if (placement.status != model::WorkStatus::pinned || std::find(pins_.begin(), pins_.end(), pin) == pins_.end()) {
      continue;
    }
    placement.status = model::WorkStatus::waiting;
    placement.unit = model::WorkUnitId::none();
    placement.start = time::kNever;
    plan.assumptions.push_back(
        {.code = "pin-given-up",
         .severity = base::Severity::warning,
         .where = {},
         .message = "Operation " + plant.operations[pin.operation].id + " of production order " +
                    plant.production_orders[pin.order].id +
                    " cannot begin when it is pinned: its material, its unit, its people or another pin rule it out. "
                    "It is planned anew.",
         .way_out = "Pin it to a later start, or take the pin off."});
  }
}

}  // namespace kilter::coordinate
