#include "coordinate/explain/waits/bindings.hpp"

#include <algorithm>

#include "coordinate/model/supply_dates.hpp"

namespace kilter::coordinate {

using plan::LateCause;
using plan::PegId;
using plan::PlacementId;
using plan::SupplyKind;
using time::Tick;

Binding Bindings::of_order(const plan::Delivery& delivery) const {
  Binding last;
  for (const PegId id : pegs_.into(delivery.order)) {
    const Binding binding = of_supply(plan_.pegs[id], plan::supplied_at(plant_, plan_, plan_.pegs[id]));
    if (binding.at >= last.at) last = binding;
  }
  const Tick cleared = order_clearances_.expected(delivery.order);
  if (cleared > last.at) {
    last = {.at = cleared, .cause = LateCause::clearance, .blocker = order_clearances_.last(delivery.order)};
  }
  return last;
}

Binding Bindings::of_supply(const plan::Peg& peg, Tick at) const {
  switch (peg.supply) {
    case SupplyKind::stock:
      return {.at = at, .cause = LateCause::stock, .blocker = peg.supply_index};
    case SupplyKind::open_purchase:
      return {.at = at, .cause = LateCause::open_purchase, .blocker = peg.supply_index};
    case SupplyKind::purchase:
      return {.at = at, .cause = LateCause::purchase, .blocker = peg.supply_index};
    case SupplyKind::production:
      break;
  }
  const plan::ProductionOrder& order = plan_.production_orders[plan::ProductionOrderId(peg.supply_index)];
  Binding binding{.at = at, .wait_from = at};
  for (const PlacementId id : order.placements) {
    if (plan_.placements[id].end == order.end) binding.placement = id;
  }
  return binding;
}

Binding Bindings::of(PlacementId id, PlacementId but) const {
  const plan::Placement& placement = plan_.placements[id];
  Binding last;
  const auto consider = [&](Binding binding) {
    if (binding.at > placement.start) {  // overlapping by transfer batches
      binding.at = placement.start;
      binding.wait_from = std::min(binding.wait_from, placement.start);
    }
    if (binding.at > last.at) last = binding;
  };
  for (const PegId peg_id : pegs_.into(id)) {
    const plan::Peg& peg = plan_.pegs[peg_id];
    Tick at = plan::supplied_at(plant_, plan_, peg);
    if (peg.supply == SupplyKind::purchase) {
      at = std::min(at, std::max<Tick>(0, plan_.purchases[plan::PurchaseId(peg.supply_index)].earliest));
    }
    consider(of_supply(peg, at));
  }
  for (const Binding& binding : predecessors_of(placement, but)) consider(binding);
  for (const Binding& binding : clearances_of(placement)) consider(binding);
  const plan::Deferral* deferral = deferrals_.of(placement.order);
  if (deferral != nullptr && placement.status == model::WorkStatus::waiting) {
    consider({.at = deferral->until, .cause = LateCause::budget, .blocker = deferral->budget.index()});
  }
  return last;
}

// Those that may be waited for as long as it takes first.
std::vector<Binding> Bindings::predecessors_of(const plan::Placement& placement, PlacementId but) const {
  std::vector<Binding> free;
  std::vector<Binding> bound;
  const plan::ProductionOrder& order = plan_.production_orders[placement.order];
  const std::uint32_t first = plant_.items[order.item].operations.first().index();
  for (const model::Predecessor& before : plant_.operations[placement.operation].predecessors) {
    const PlacementId other = order.placements.at(before.operation.index() - first);
    if (other == but) continue;
    const Tick end = plan_.placements[other].end;
    const auto wait = static_cast<Tick>(before.minimum_wait.count());
    (before.maximum_wait ? bound : free).push_back({.at = end + wait, .placement = other, .wait_from = end});
  }
  free.insert(free.end(), bound.begin(), bound.end());
  return free;
}

// Those that held the placement back until a date.
std::vector<Binding> Bindings::clearances_of(const plan::Placement& placement) const {
  std::vector<Binding> dated;
  for (std::uint32_t index = 0; index < plant_.clearances.size(); ++index) {
    const model::Clearance& clearance = plant_.clearances[index];
    if (clearance.cleared || !clearance.expected || !clearances_.applies(clearance, placement)) continue;
    dated.push_back({.at = plant_.frame.tick(*clearance.expected), .cause = LateCause::clearance, .blocker = index});
  }
  return dated;
}

}  // namespace kilter::coordinate
