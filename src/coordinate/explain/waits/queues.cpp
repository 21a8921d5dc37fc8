#include "coordinate/explain/waits/queues.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace kilter::coordinate {

using plan::AssignmentId;
using plan::PlacementId;
using time::Tick;

Queues::Queues(const model::Plant& plant, const plan::Plan& plan) : before_on_unit_(plan.placements.size()) {
  index_units(plant, plan);
  index_assignments(plan);
}

// By start; what is over as it begins has not waited for what begins then.
void Queues::index_units(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<std::tuple<Tick, Tick, PlacementId>> sorted;
  for (const PlacementId id : base::ids_of(plan.placements)) {
    const plan::Placement& placement = plan.placements[id];
    if (!placement.unit.valid() || plant.work_units[placement.unit].unlimited) continue;
    if (placement.status != model::WorkStatus::done) sorted.emplace_back(placement.start, placement.end, id);
  }
  std::sort(sorted.begin(), sorted.end());
  std::map<std::tuple<std::uint32_t, std::uint32_t>, PlacementId> last;
  for (const auto& [start, end, id] : sorted) {
    PlacementId& previous = last[{plan.placements[id].unit.index(), plan.placements[id].lane}];
    before_on_unit_[id.index()] = previous;
    previous = id;
  }
}

// The same; and nobody is kept from other work by what takes no time.
void Queues::index_assignments(const plan::Plan& plan) {
  before_.assign(plan.assignments.size(), AssignmentId::none());
  std::vector<std::tuple<Tick, Tick, AssignmentId>> sorted;
  for (const AssignmentId id : base::ids_of(plan.assignments)) {
    sorted.emplace_back(plan.assignments[id].start, plan.assignments[id].end, id);
  }
  std::sort(sorted.begin(), sorted.end());
  std::map<std::tuple<plan::AssigneeKind, std::uint32_t, std::uint32_t>, AssignmentId> last;
  for (const auto& [start, end, id] : sorted) {
    const plan::Assignment& assignment = plan.assignments[id];
    AssignmentId& previous = last[{assignment.kind, assignment.index, assignment.copy}];
    before_[id.index()] = previous;
    if (end > start) previous = id;
  }
}

}  // namespace kilter::coordinate
