#include "coordinate/explain/waits/waits.hpp"

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
  const auto wait_until = [&](LateCause cause, Tick until, std::uint32_t blocker) {
    if (until <= from) return;
    waits.push_back({.cause = cause, .from = from, .until = until, .placement = id, .blocker = blocker});
    from = until;
  };
  if (previous.valid()) from = add_queue(id, previous, from, waits);
  for (const plan::AssignmentId assignment_id : placement.assignments) {
    const plan::Assignment& assignment = plan_.assignments[assignment_id];
    const Tick free = std::min(queues_.free_at(plan_, assignment_id), placement.start);
    const bool person = assignment.kind == plan::AssigneeKind::person;
    wait_until(person ? LateCause::person : LateCause::tool, free, assignment.index);
  }
  pauses_.add_idle(id, from, placement.start, waits);
  return waits;
}

// Behind `previous` and what it was behind, from `from` until the unit is free; returns that moment. Where the unit
// stood open and idle meanwhile, and somebody or some tool of the placement was at other work, that was waited for and
// no turn on the unit.
Tick Waits::add_queue(PlacementId id, PlacementId previous, Tick from, std::vector<LateLink>& waits) const {
  const Tick until = std::min(plan_.placements[previous].end, plan_.placements[id].start);
  std::vector<PlacementId> ahead;  // the last first
  for (PlacementId at = previous; at.valid(); at = queues_.before_on_unit(at)) {
    ahead.push_back(at);
    if (plan_.placements[at].start <= from) break;
  }
  const auto queue_until = [&](Tick end, PlacementId behind) {
    if (end <= from) return;
    waits.push_back(
        {.cause = LateCause::queue, .from = from, .until = end, .placement = id, .blocker = behind.index()});
    from = end;
  };
  Tick free = from;
  PlacementId behind;
  for (auto at = ahead.rbegin(); at != ahead.rend(); ++at) {
    const plan::Placement& other = plan_.placements[*at];
    std::vector<LateLink> busy;
    const Tick idle_from = add_busy(id, free, std::min(other.start, until), busy);
    if (!busy.empty()) {
      queue_until(free, behind);
      waits.insert(waits.end(), busy.begin(), busy.end());
      from = idle_from;
    }
    free = std::max(free, std::min(other.end, until));
    behind = *at;
  }
  queue_until(until, previous);
  return from;
}

// Appends a link for everybody and every tool of the placement that was at other work in [from, until), one after the
// other, unless the unit was closed as long; returns the end of the last.
Tick Waits::add_busy(PlacementId id, Tick from, Tick until, std::vector<LateLink>& waits) const {
  const plan::Placement& placement = plan_.placements[id];
  for (const plan::AssignmentId assignment_id : placement.assignments) {
    const plan::Assignment& assignment = plan_.assignments[assignment_id];
    const Tick busy = busy_until(assignment_id, from, until);
    if (busy <= from || pauses_.place_hours(placement).next_open(from) >= busy) continue;
    const bool person = assignment.kind == plan::AssigneeKind::person;
    waits.push_back({.cause = person ? LateCause::person : LateCause::tool,
                     .from = from,
                     .until = busy,
                     .placement = id,
                     .blocker = assignment.index});
    from = busy;
  }
  return from;
}

// Until when in [from, until) the person or tool was at work that it had begun before; `from` when at none.
Tick Waits::busy_until(plan::AssignmentId id, Tick from, Tick until) const {
  for (plan::AssignmentId at = queues_.before(id); at.valid(); at = queues_.before(at)) {
    const plan::Assignment& other = plan_.assignments[at];
    if (other.end <= from) break;
    if (other.start < until) return std::min(other.end, until);
  }
  return from;
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
  const WorkingCalendar& unit = pauses_.place_hours(placement);
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
