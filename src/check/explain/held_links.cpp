#include "check/explain/held_links.hpp"

#include <algorithm>

#include "check/facts/supply.hpp"

namespace kilter::check {

using plan::LateCause;
using plan::LateLink;

std::vector<HeldLinks::Follower> HeldLinks::followers(plan::PlacementId id) const {
  std::vector<Follower> found;
  for (const plan::PlacementId after : facts_.order(id).placements) {
    for (const model::Predecessor& rule : facts_.operation(after).predecessors) {
      if (rule.maximum_wait && rule.operation == facts_.plan.placements[id].operation) found.push_back({after, &rule});
    }
  }
  return found;
}

bool HeldLinks::follows(plan::PlacementId id, plan::PlacementId wanted) const {
  const std::vector<Follower> after = followers(id);
  return std::any_of(after.begin(), after.end(),
                     [&](const Follower& next) { return next.placement == wanted || follows(next.placement, wanted); });
}

std::optional<plan::PlacementId> HeldLinks::held_at(const plan::LateChain& chain, std::size_t at) const {
  if (at == 0) return std::nullopt;
  const LateLink& link = chain.links[at];
  const plan::PlacementId waiting = chain.links[at - 1].placement;
  if (!waiting.valid() || !link.placement.valid() || waiting == link.placement) return std::nullopt;
  const plan::Placement& mine = facts_.plan.placements[waiting];
  const bool held = mine.status == model::WorkStatus::waiting && link.until <= mine.start &&
                    facts_.plan.placements[link.placement].order == mine.order && follows(waiting, link.placement);
  return held ? std::optional(waiting) : std::nullopt;
}

bool HeldLinks::holds(const LateLink& link, plan::PlacementId waiting) const {
  const std::optional<Tick> until = held_until(waiting, link.from, link);
  return until && link.until <= *until;
}

// Until when `id`, ready at `ready`, would begin too soon, by what the link blames.
std::optional<Tick> HeldLinks::held_until(plan::PlacementId id, Tick ready, const LateLink& link) const {
  const std::optional<Tick> end = end_if_begun(id, ready);
  if (!end) return std::nullopt;
  std::optional<Tick> latest;
  for (const Follower& next : followers(id)) {
    const std::int64_t soonest = *end + next.rule->minimum_wait.count();
    const std::int64_t from = std::max<std::int64_t>(soonest, other_needs(next.placement, id));
    const plan::Placement& after = facts_.plan.placements[next.placement];
    if (from >= after.start) continue;
    const Tick asked = static_cast<Tick>(from);
    std::optional<Tick> free =
        next.placement == link.placement ? blamed_until(asked, link) : held_until(next.placement, asked, link);
    if (!free) continue;
    const Intervals open = turns_.able(next.placement, std::max(*free, asked), after.start);
    free = open.empty() ? after.start : open.front().open;
    const auto start = latest_start(id, *free - static_cast<Tick>(next.rule->maximum_wait->count()));
    if (start && (!latest || *start > *latest)) latest = start;
  }
  return latest;
}

// Until when what the link blames kept its placement, ready at `ready`, from beginning.
std::optional<Tick> HeldLinks::blamed_until(Tick ready, const LateLink& link) const {
  const plan::Placement& mine = facts_.plan.placements[link.placement];
  if (link.cause == LateCause::queue) {
    const plan::Placement& other = facts_.plan.placements[plan::PlacementId(link.blocker)];
    const bool ahead = plan::PlacementId(link.blocker) != link.placement && mine.unit.valid() &&
                       other.unit == mine.unit && other.lane == mine.lane && is_live(other) &&
                       other.start <= mine.start && other.end > ready && other.end <= mine.start;
    if (!ahead || turns_.stood_idle(link.placement, ready, other.end)) return std::nullopt;
    return other.end;
  }
  if (link.cause == LateCause::closed) return ready;
  if (link.cause != LateCause::person && link.cause != LateCause::tool) return std::nullopt;
  for (const plan::AssignmentId id : mine.assignments) {
    const plan::Assignment& assigned = facts_.plan.assignments[id];
    const bool person = assigned.kind == plan::AssigneeKind::person;
    if (person != (link.cause == LateCause::person) || assigned.index != link.blocker) continue;
    const Tick free = turns_.free_after(assigned);
    if (free > ready) return free;
    if (!person) continue;
    const Intervals here = hours(link.placement, ready, mine.start);
    const Intervals able = turns_.able(link.placement, ready, mine.start);
    const Intervals alone = without(here, facts_.open.within_limits(model::PersonId(assigned.index)));
    if (!clipped(alone, ready, able.empty() ? mine.start : able.front().open).empty()) return ready;  // away
  }
  return mine.unit.valid() ? std::nullopt : std::optional(ready);  // nobody who may do it, asked as one
}

// When the last of what the placement needs came, `but` apart.
Tick HeldLinks::other_needs(plan::PlacementId id, plan::PlacementId but) const {
  std::int64_t last = 0;
  for (const plan::PegId peg_id : facts_.supplied_to(plan::DemandKind::placement, id.index())) {
    const plan::Peg& peg = facts_.plan.pegs[peg_id];
    std::int64_t at = supply_of(facts_, peg).available;
    if (peg.supply == plan::SupplyKind::purchase) {
      const plan::Purchase& purchase = facts_.plan.purchases[plan::PurchaseId(peg.supply_index)];
      at = std::min<std::int64_t>(at, std::max<Tick>(0, purchase.earliest));
    }
    last = std::max(last, at);
  }
  for (const model::Clearance& clearance : facts_.plant.clearances) {
    if (clearance.cleared || !clearance.expected || !facts_.is_about(clearance, id)) continue;
    last = std::max<std::int64_t>(last, facts_.plant.frame.tick(*clearance.expected));
  }
  for (const model::Predecessor& rule : facts_.operation(id).predecessors) {
    for (const plan::PlacementId before : facts_.order(id).placements) {
      const plan::Placement& other = facts_.plan.placements[before];
      if (before == but || other.operation != rule.operation) continue;
      last = std::max(last, other.end + rule.minimum_wait.count());
    }
  }
  return static_cast<Tick>(std::min<std::int64_t>(last, facts_.plan.placements[id].start));
}

// Of its unit or vendor.
Intervals HeldLinks::hours(plan::PlacementId id, Tick from, Tick until) const {
  const model::WorkUnitId unit = facts_.plan.placements[id].unit;
  if (unit.valid()) return clipped(facts_.open.unit(unit), from, until);
  const model::VendorId vendor = facts_.operation(id).vendor;
  if (vendor.valid()) return clipped(facts_.open.vendor(vendor), from, until);
  return from < until ? Intervals{{.open = from, .close = until}} : Intervals{};
}

std::optional<Tick> HeldLinks::end_if_begun(plan::PlacementId id, Tick ready) const {
  const plan::Placement& mine = facts_.plan.placements[id];
  const std::int64_t work = std::int64_t{mine.setup} + mine.run;
  const Intervals open = hours(id, ready, facts_.plant.span_end);
  if (facts_.operation(id).interruptible) {
    const Tick end = after_work(open, work);
    return end == time::kNever ? std::nullopt : std::optional(end);
  }
  for (const Interval& stretch : open) {
    if (stretch.close - stretch.open >= work) return stretch.open + static_cast<Tick>(work);
  }
  return std::nullopt;
}

// What begins sooner is done before `end`.
std::optional<Tick> HeldLinks::latest_start(plan::PlacementId id, Tick end) const {
  const plan::Placement& mine = facts_.plan.placements[id];
  std::int64_t left = std::int64_t{mine.setup} + mine.run;
  const bool whole = !facts_.operation(id).interruptible;
  const Intervals open = hours(id, facts_.plant.span_begin, end);
  for (auto stretch = open.rbegin(); stretch != open.rend(); ++stretch) {
    const std::int64_t length = stretch->close - stretch->open;
    if (length >= left) return stretch->close - static_cast<Tick>(left);
    if (!whole) left -= length;
  }
  return std::nullopt;
}

}  // namespace kilter::check
