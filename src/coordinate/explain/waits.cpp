#include "coordinate/explain/waits.hpp"

#include <algorithm>

namespace kilter::coordinate {

using plan::LateCause;
using plan::LateLink;
using plan::PlacementId;
using time::kLongAgo;
using time::Tick;
using time::WorkingCalendar;

// The time between readiness and start: nobody there who may do it, then queue, then people and tools, then closed
// hours or choice.
std::vector<LateLink> Waits::between(PlacementId id, Tick ready) {
  const plan::Placement& placement = plan_.placements[id];
  std::vector<LateLink> waits;
  Tick from = add_unstaffed(id, ready, waits);
  const PlacementId previous = queued_behind(id, from);
  const Tick unit_free = previous.valid() ? std::min(plan_.placements[previous].end, placement.start) : kLongAgo;
  const auto wait_until = [&](LateCause cause, Tick until, std::uint32_t blocker) {
    if (until <= from) return;
    waits.push_back({.cause = cause, .from = from, .until = until, .placement = id, .blocker = blocker});
    from = until;
  };
  if (previous.valid()) wait_until(LateCause::queue, unit_free, previous.index());
  for (const plan::AssignmentId assignment_id : placement.assignments) {
    const plan::Assignment& assignment = plan_.assignments[assignment_id];
    const Tick free = std::min(queues_.free_at(plan_, assignment_id), placement.start);
    const bool person = assignment.kind == plan::AssigneeKind::person;
    wait_until(person ? LateCause::person : LateCause::tool, free, assignment.index);
  }
  pauses_.add_idle(id, from, placement.start, waits);
  return waits;
}

// The last placement on the lane that this one, ready at `from`, had to wait for: no work that began after the unit
// had stood idle for it meanwhile; that went first by choice, to spare a setup or for the sake of another order.
PlacementId Waits::queued_behind(PlacementId id, Tick from) const {
  PlacementId behind = queues_.before_on_unit(id);
  for (PlacementId at = behind; at.valid() && plan_.placements[at].start > from;) {
    const PlacementId before = queues_.before_on_unit(at);
    const Tick free = before.valid() ? std::max(from, plan_.placements[before].end) : from;
    const bool planned = plan_.placements[at].status == model::WorkStatus::waiting;
    if (planned && could_start(id, free, plan_.placements[at].start)) behind = before;
    at = before;
  }
  return behind;
}

// Whether at some time in [from, until) the unit is open and everybody and every tool of the placement is free and
// there.
bool Waits::could_start(PlacementId id, Tick from, Tick until) const {
  const plan::Placement& placement = plan_.placements[id];
  const WorkingCalendar& unit = pauses_.unit_hours(placement);
  const bool whole = !plant_.operations[placement.operation].interruptible;
  for (const plan::AssignmentId assignment : placement.assignments) {
    from = std::max(from, queues_.free_at(plan_, assignment));
  }
  for (Tick before = kLongAgo; before != from && from < until;) {
    before = from;
    from = whole ? unit.fit(from, placement.setup + placement.run) : unit.next_open(from);
    for (const plan::AssignmentId assignment : placement.assignments) {
      const plan::Assignment& assigned = plan_.assignments[assignment];
      if (assigned.kind == plan::AssigneeKind::person) from = pauses_.person_hours(assigned.index).next_open(from);
    }
  }
  return from < until;
}

// From `ready` until somebody is at work who may do it: a queue would not have mattered. Returns that moment.
Tick Waits::add_unstaffed(PlacementId id, Tick ready, std::vector<LateLink>& waits) {
  const plan::Placement& placement = plan_.placements[id];
  const model::Operation& operation = plant_.operations[placement.operation];
  const Tick staffed = pauses_.staffing().first_staffed(operation, ready, placement.start);
  if (staffed <= ready) return ready;
  if (placement.unit.valid()) {
    pauses_.add_idle(id, ready, staffed, waits);
    return staffed;
  }
  const bool night = !pauses_.staffing().on_shift(operation, ready, staffed);
  const std::uint32_t person = person_of(placement);
  waits.push_back({.cause = night ? LateCause::closed : LateCause::person,
                   .from = ready,
                   .until = staffed,
                   .placement = id,
                   .blocker = night ? 0 : person});
  return staffed;
}

std::uint32_t Waits::person_of(const plan::Placement& placement) const {
  for (const plan::AssignmentId id : placement.assignments) {
    if (plan_.assignments[id].kind == plan::AssigneeKind::person) return plan_.assignments[id].index;
  }
  return 0;
}

}  // namespace kilter::coordinate
