#include "check/explain/turns.hpp"

#include <algorithm>

namespace kilter::check {

Turns::Turns(const Facts& facts) : facts_(facts) {
  const plan::Plan& plan = facts.plan;
  for (const plan::PlacementId id : ids_of(plan.placements)) {
    const plan::Placement& placement = plan.placements[id];
    if (placement.unit.valid() && is_live(placement)) lanes_[{placement.unit, placement.lane}].push_back(id);
  }
  for (auto& [lane, turns] : lanes_) {
    std::stable_sort(turns.begin(), turns.end(), [&](plan::PlacementId a, plan::PlacementId b) {
      return plan.placements[a].start < plan.placements[b].start;
    });
  }
  for (const plan::AssignmentId id : ids_of(plan.assignments)) {
    const plan::Assignment& assigned = plan.assignments[id];
    assignees_[{assigned.kind, assigned.index, assigned.copy}].push_back(id);
  }
}

bool Turns::stood_idle(plan::PlacementId waiting, Tick from, Tick until) const {
  const plan::Placement& mine = facts_.plan.placements[waiting];
  const auto lane = lanes_.find({mine.unit, mine.lane});
  if (!facts_.operation(waiting).interruptible || lane == lanes_.end()) return false;
  const Intervals hours = able(waiting, from, until);
  Tick free = from;
  for (const plan::PlacementId id : lane->second) {
    const plan::Placement& other = facts_.plan.placements[id];
    if (id == waiting) continue;
    if (other.start >= until || other.start > mine.start) return false;
    const bool planned = other.status == model::WorkStatus::waiting;
    if (planned && !clipped(hours, free, other.start).empty()) return true;
    free = std::max(free, other.end);
  }
  return false;
}

bool Turns::idle_in(plan::PlacementId waiting, Tick begin, Tick end) const {
  const plan::Placement& mine = facts_.plan.placements[waiting];
  const auto lane = lanes_.find({mine.unit, mine.lane});
  if (lane == lanes_.end()) return false;
  const Intervals open = clipped(facts_.open.unit(mine.unit), begin, end);
  Tick free = begin;
  for (const plan::PlacementId id : lane->second) {
    const plan::Placement& other = facts_.plan.placements[id];
    if (id == waiting || other.end <= free) continue;
    if (!clipped(open, free, std::min(end, other.start)).empty()) return true;
    free = other.end;
    if (free >= end) return false;
  }
  return !clipped(open, free, end).empty();
}

bool Turns::missed_others(plan::PlacementId waiting, Tick from, Tick until) const {
  for (const plan::AssignmentId id : facts_.plan.placements[waiting].assignments) {
    const plan::Assignment& assigned = facts_.plan.assignments[id];
    for (const plan::AssignmentId other_id : assignees_.at({assigned.kind, assigned.index, assigned.copy})) {
      const plan::Assignment& other = facts_.plan.assignments[other_id];
      if (other.placement == waiting || other.start > assigned.start) continue;
      const Tick begin = std::max(from, other.start);
      const Tick end = std::min(until, other.end);
      if (begin < end && idle_in(waiting, begin, end)) return true;
    }
  }
  return false;
}

bool Turns::at_other_work(const plan::Assignment& assigned, Tick t) const {
  for (const plan::AssignmentId id : assignees_.at({assigned.kind, assigned.index, assigned.copy})) {
    const plan::Assignment& other = facts_.plan.assignments[id];
    if (other.placement != assigned.placement && other.start < t && t <= other.end) return true;
  }
  return false;
}

Intervals Turns::able(plan::PlacementId waiting, Tick from, Tick until) const {
  const plan::Placement& mine = facts_.plan.placements[waiting];
  const model::VendorId vendor = facts_.operation(waiting).vendor;
  Intervals hours{{.open = from, .close = std::max(from, until)}};
  if (mine.unit.valid()) {
    hours = clipped(facts_.open.unit(mine.unit), from, until);
  } else if (vendor.valid()) {
    hours = clipped(facts_.open.vendor(vendor), from, until);
  }
  for (const plan::AssignmentId id : mine.assignments) {
    const plan::Assignment& assigned = facts_.plan.assignments[id];
    hours = clipped(hours, std::max(from, free_after(assigned)), until);
    if (assigned.kind != plan::AssigneeKind::person) continue;
    const model::PersonId person(assigned.index);
    hours = common(hours, facts_.open.within_limits(person));
    for (const model::SkillNeed& need : facts_.operation(waiting).skills) {
      if (need.skill == assigned.skill) hours = common(hours, facts_.open.certified(person, need));
    }
  }
  return hours;
}

Tick Turns::free_after(const plan::Assignment& assigned) const {
  Tick free = time::kLongAgo;
  for (const plan::AssignmentId id : assignees_.at({assigned.kind, assigned.index, assigned.copy})) {
    const plan::Assignment& other = facts_.plan.assignments[id];
    if (other.placement != assigned.placement && other.start <= assigned.start) free = std::max(free, other.end);
  }
  return free;
}

}  // namespace kilter::check
