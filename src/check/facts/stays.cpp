#include "check/facts/stays.hpp"

#include <algorithm>

namespace kilter::check {

std::vector<Stay> stays_on_lanes(const Facts& facts) {
  std::vector<Stay> stays;
  stays.reserve(facts.plan.placements.size());
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
    const plan::Placement& placement = facts.plan.placements[id];
    if (!placement.unit.valid() || !is_live(placement) || facts.plant.work_units[placement.unit].unlimited) continue;
    const bool started = placement.status == model::WorkStatus::started;
    const Tick from = started ? facts.resumed(id) : placement.start;
    stays.push_back({.resource = placement.unit.index(),
                     .copy = placement.lane,
                     .start = started && !facts.interrupted(id, from) ? placement.start : from,
                     .end = placement.end,
                     .who = id.index()});
  }
  std::sort(stays.begin(), stays.end());
  return stays;
}

std::vector<Stay> stays_of(const Facts& facts, plan::AssigneeKind kind) {
  std::vector<Stay> stays;
  for (const plan::AssignmentId id : ids_of(facts.plan.assignments)) {
    const plan::Assignment& assignment = facts.plan.assignments[id];
    if (assignment.kind != kind || assignment.end <= assignment.start) continue;
    if (!is_live(facts.plan.placements[assignment.placement])) continue;
    stays.push_back({.resource = assignment.index,
                     .copy = kind == plan::AssigneeKind::tool ? assignment.copy : 0,
                     .start = assignment.start,
                     .end = assignment.end,
                     .who = id.index()});
  }
  std::sort(stays.begin(), stays.end());
  return stays;
}

}  // namespace kilter::check
