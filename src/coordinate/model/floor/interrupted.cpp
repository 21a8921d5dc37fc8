#include "coordinate/model/floor/interrupted.hpp"

#include <algorithm>
#include <tuple>

namespace kilter::coordinate {

std::vector<bool> at_machines(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<plan::PlacementId> started;
  for (const plan::PlacementId id : base::ids_of(plan.placements)) {
    const plan::Placement& placement = plan.placements[id];
    const bool begun = placement.status == model::WorkStatus::started && placement.unit.valid();
    if (begun && !plant.work_units[placement.unit].unlimited) started.push_back(id);
  }
  const auto latest_first = [&plan](plan::PlacementId id) {
    return std::tuple(plan.placements[id].unit, -std::int64_t{plan.placements[id].start}, id);
  };
  std::sort(started.begin(), started.end(),
            [&](plan::PlacementId a, plan::PlacementId b) { return latest_first(a) < latest_first(b); });
  std::vector<bool> at_machine(plan.placements.size(), true);
  std::int32_t taken = 0;
  for (std::size_t i = 0; i < started.size(); ++i) {
    const model::WorkUnitId unit = plan.placements[started[i]].unit;
    if (i == 0 || plan.placements[started[i - 1]].unit != unit) taken = 0;
    at_machine[started[i].index()] = taken++ < plant.work_units[unit].count;
  }
  return at_machine;
}

}  // namespace kilter::coordinate
