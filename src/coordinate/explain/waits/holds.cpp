#include "coordinate/explain/waits/holds.hpp"

#include <algorithm>

namespace kilter::coordinate {

using plan::LateCause;
using plan::LateLink;
using plan::PlacementId;
using time::Tick;

std::vector<LateLink> Holds::between(PlacementId id, Tick ready) {
  const std::optional<LateLink> first = held(id, ready);
  std::vector<LateLink> waits;
  if (first) {
    waits.push_back(*first);
    ready = first->until;
  }
  const std::vector<LateLink> own = waits_.between(id, ready);
  waits.insert(waits.end(), own.begin(), own.end());
  return waits;
}

// The link of the successor that holds the placement longest; none when it is free to begin when it is ready.
std::optional<LateLink> Holds::held(PlacementId id, Tick ready) {
  const plan::Placement& placement = plan_.placements[id];
  const bool moves = placement.status == model::WorkStatus::waiting && placement.end > placement.start;
  if (!moves || placement.start <= ready) return std::nullopt;
  std::optional<LateLink> longest;
  for (const PlacementId after : plan_.production_orders[placement.order].placements) {
    for (const model::Predecessor& rule : plant_.operations[plan_.placements[after].operation].predecessors) {
      if (rule.operation != placement.operation || !rule.maximum_wait) continue;
      const Tick end = end_if_begun(placement, ready);
      if (end == time::kNever) continue;
      const Tick soonest = end + static_cast<Tick>(rule.minimum_wait.count());
      std::optional<LateLink> link = blocked(after, std::max(soonest, bindings_.of(after, id).at), id);
      if (!link) continue;
      const Tick no_sooner = link->until - static_cast<Tick>(rule.maximum_wait->count());
      link->from = ready;
      link->until = std::min(placement.start, latest_start(placement, no_sooner));
      if (link->until > link->from && (!longest || link->until > longest->until)) longest = link;
    }
  }
  return longest;
}

// What kept the successor, ready at `ready`, from beginning until the link's end; none when it could have begun at
// once, or when it is the work that is held itself.
std::optional<LateLink> Holds::blocked(PlacementId successor, Tick ready, PlacementId held) {
  if (ready >= plan_.placements[successor].start) return std::nullopt;
  std::optional<LateLink> blame;
  Tick until = ready;
  for (const LateLink& link : between(successor, ready)) {
    if (link.cause == LateCause::choice) break;  // from here on it could
    const bool was_held = blame && blame->placement != successor;
    if (was_held && link.cause != LateCause::closed) break;  // what held it comes first
    if (!blame || link.cause != LateCause::closed) blame = link;
    until = link.until;
  }
  if (!blame || is_itself(*blame, held)) return std::nullopt;
  blame->until = until;
  return blame;
}

// Whether what the successor waited for is the held work, on its machine or with its people and tools.
bool Holds::is_itself(const LateLink& link, PlacementId held) const {
  if (link.cause == LateCause::queue) return link.blocker == held.index();
  const bool person = link.cause == LateCause::person;
  if (!person && link.cause != LateCause::tool) return false;
  const plan::AssigneeKind kind = person ? plan::AssigneeKind::person : plan::AssigneeKind::tool;
  for (const plan::AssignmentId id : plan_.placements[held].assignments) {
    if (plan_.assignments[id].kind == kind && plan_.assignments[id].index == link.blocker) return true;
  }
  return false;
}

bool Holds::whole(const plan::Placement& placement) const {
  return !plant_.operations[placement.operation].interruptible;
}

Tick Holds::end_if_begun(const plan::Placement& placement, Tick ready) const {
  const Tick work = placement.setup + placement.run;
  const time::WorkingCalendar& hours = pauses_.place_hours(placement);
  if (!whole(placement)) return hours.add(ready, work);
  const Tick begin = hours.fit(ready, work);
  return begin == time::kNever ? begin : begin + work;
}

// So as to be done by `end`: what begins sooner is done sooner.
Tick Holds::latest_start(const plan::Placement& placement, Tick end) const {
  const Tick work = placement.setup + placement.run;
  const time::WorkingCalendar& hours = pauses_.place_hours(placement);
  return whole(placement) ? hours.fit_before(end, work) : hours.subtract(end, work);
}

}  // namespace kilter::coordinate
