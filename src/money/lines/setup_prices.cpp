#include "money/lines/setup_prices.hpp"

#include <algorithm>
#include <tuple>

namespace kilter::money {
namespace {

using base::Money;
using plan::Placement;
using plan::PlacementId;

bool costs_something(const model::Plant& plant, model::SetupMatrixId matrix) {
  if (!matrix.valid()) return false;
  const std::vector<Money>& cost = plant.setup_matrices[matrix].cost;
  return std::any_of(cost.begin(), cost.end(), [](Money price) { return !price.is_zero(); });
}

model::FamilyId family_of(const model::Plant& plant, const Placement& placement) {
  const model::Operation& operation = plant.operations[placement.operation];
  return operation.family.valid() ? operation.family : plant.items[operation.item].family;
}

// What was interrupted for other work goes on in its turn: its start is history, its end is not.
time::Tick turn_of(const Placement& placement) {
  return placement.status == model::WorkStatus::started ? placement.end : placement.start;
}

std::vector<PlacementId> in_lane_order(const plan::Plan& plan,
                                       const base::IndexedVector<model::WorkUnitId, bool>& priced) {
  std::vector<PlacementId> order;
  for (const PlacementId id : base::ids_of(plan.placements)) {
    const Placement& placement = plan.placements[id];
    const bool counts =
        placement.unit.valid() && placement.status != model::WorkStatus::done && placement.start != time::kNever;
    if (counts && priced.raw()[placement.unit.index()]) order.push_back(id);
  }
  const auto key = [&plan](PlacementId id) {
    const Placement& placement = plan.placements[id];
    return std::tuple(placement.unit, placement.lane, turn_of(placement), placement.end, id);
  };
  std::sort(order.begin(), order.end(), [&key](PlacementId a, PlacementId b) { return key(a) < key(b); });
  return order;
}

}  // namespace

std::vector<Money> setup_prices(const model::Plant& plant, const plan::Plan& plan) {
  base::IndexedVector<model::WorkUnitId, bool> priced;
  bool any = false;
  for (const model::WorkUnit& unit : plant.work_units) {
    priced.raw().push_back(!unit.unlimited && costs_something(plant, unit.setup_matrix));
    any = any || priced.raw().back();
  }
  if (!any) return {};
  std::vector<Money> prices(plan.placements.size());
  const Placement* before = nullptr;
  for (const PlacementId id : in_lane_order(plan, priced)) {
    const Placement& placement = plan.placements[id];
    const model::WorkUnit& unit = plant.work_units[placement.unit];
    const bool same_lane = before != nullptr && before->unit == placement.unit && before->lane == placement.lane;
    const model::FamilyId from = same_lane ? family_of(plant, *before) : unit.initial_family;
    const bool changes_back = same_lane && placement.status == model::WorkStatus::started;
    if (placement.start >= 0 || changes_back) {
      prices[id.index()] = plant.setup_matrices[unit.setup_matrix].price(from, family_of(plant, placement));
    }
    before = &placement;
  }
  return prices;
}

}  // namespace kilter::money
