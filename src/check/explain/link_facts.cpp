// Every link of a late chain is what it says: the work it names is done then, the thing in the way is there and in the
// way, and what is closed is closed.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/explain/held_links.hpp"
#include "check/explain/outside_links.hpp"
#include "check/explain/turns.hpp"
#include "check/rules.hpp"
#include "plan/late/late_tiers.hpp"
#include "plan/words.hpp"

namespace kilter::check {
namespace {

using plan::LateCause;
using plan::LateLink;

class Links {
 public:
  Links(const Outside& outside, const Turns& turns, const plan::LateChain& chain)
      : outside_(outside),
        facts_(outside.facts),
        turns_(turns),
        held_(facts_, turns),
        plan_(facts_.plan),
        chain_(chain) {}

  // `at`: position in the chain, whose blockers and placements exist.
  [[nodiscard]] bool holds(std::size_t at) const {
    const LateLink& link = chain_.links[at];
    if (!link.placement.valid()) return came_from_outside(outside_, held_, chain_, at);
    if (const auto waiting = held_.held_at(chain_, at)) return held_.holds(link, *waiting);
    if (!waited_for(at)) return false;
    switch (link.cause) {
      case LateCause::process:
      case LateCause::setup:
        return works(link);
      case LateCause::outside:
        return facts_.operation(link.placement).vendor.valid() && inside(link);
      case LateCause::minimum_wait:
        return waits(link);
      case LateCause::queue:
        return queues(link);
      case LateCause::person:
        return assigned(link, plan::AssigneeKind::person);
      case LateCause::tool:
        return assigned(link, plan::AssigneeKind::tool);
      case LateCause::closed:
        return closed(link) && !outside_.overtime.any_stopped(chain_.order, link);
      case LateCause::budget:
        return link.until <= placement(link).end && outside_.overtime.stopped(chain_.order, link);
      case LateCause::choice:
        return open_place(link) && link.until <= placement(link).start;
      default:
        return false;
    }
  }

 private:
  [[nodiscard]] const plan::Placement& placement(const LateLink& link) const {
    return plan_.placements[link.placement];
  }

  // The link's placement is the one of the link before, or something that this one, or the order, waits for, through
  // operations and orders that took no time.
  [[nodiscard]] bool waited_for(std::size_t at) const {
    const plan::PlacementId wanted = chain_.links[at].placement;
    std::vector<plan::PlacementId> left;
    if (at == 0) {
      for (const plan::PegId id : facts_.supplied_to(plan::DemandKind::order, chain_.order.index()))
        add_makers(id, left);
    } else if (chain_.links[at - 1].placement.valid()) {
      left.push_back(chain_.links[at - 1].placement);
    }
    std::set<plan::PlacementId> seen;
    for (std::size_t next = 0; next < left.size(); ++next) {
      const plan::PlacementId id = left[next];
      if (id == wanted) return true;
      if (seen.insert(id).second) add_awaited(id, left);
    }
    return false;
  }

  // What a placement waits for: its predecessors and the makers of its components.
  void add_awaited(plan::PlacementId id, std::vector<plan::PlacementId>& left) const {
    for (const model::Predecessor& rule : facts_.operation(id).predecessors) {
      for (const plan::PlacementId before : facts_.order(id).placements) {
        if (plan_.placements[before].operation == rule.operation) left.push_back(before);
      }
    }
    for (const plan::PegId peg : facts_.supplied_to(plan::DemandKind::placement, id.index())) add_makers(peg, left);
  }

  void add_makers(plan::PegId id, std::vector<plan::PlacementId>& left) const {
    const plan::Peg& peg = plan_.pegs[id];
    if (peg.supply != plan::SupplyKind::production) return;
    for (const plan::PlacementId placement :
         plan_.production_orders[plan::ProductionOrderId(peg.supply_index)].placements) {
      left.push_back(placement);
    }
  }

  [[nodiscard]] bool inside(const LateLink& link) const {
    return std::max<Tick>(0, placement(link).start) <= link.from && link.until <= placement(link).end;
  }
  // The unit's hours, or those of the vendor that does it; none where it has neither.
  [[nodiscard]] std::optional<IntervalSpan> place_hours(const LateLink& link) const {
    if (placement(link).unit.valid()) return facts_.open.unit(placement(link).unit);
    const model::VendorId vendor = facts_.operation(link.placement).vendor;
    return vendor.valid() ? std::optional(facts_.open.vendor(vendor)) : std::nullopt;
  }
  [[nodiscard]] bool open_place(const LateLink& link) const {
    const auto hours = place_hours(link);
    return !hours || total(clipped(*hours, link.from, link.until)) == link.until - link.from;
  }

  // At work in open time; the setup first.
  [[nodiscard]] bool works(const LateLink& link) const {
    if (!placement(link).unit.valid() || !inside(link) || !open_place(link)) return false;
    const Tick begin = std::max<Tick>(0, placement(link).start);
    const IntervalSpan hours = facts_.open.unit(placement(link).unit);
    const std::int64_t setup = placement(link).setup;
    if (link.cause == LateCause::setup) return total(clipped(hours, begin, link.until)) <= setup;
    return total(clipped(hours, begin, link.from)) >= setup;
  }

  // Curing after the placement, as long as some operation behind it asks; or a placement that only lasts.
  [[nodiscard]] bool waits(const LateLink& link) const {
    const bool only_lasts = !placement(link).unit.valid() && !facts_.operation(link.placement).vendor.valid();
    if (only_lasts && inside(link)) return true;
    std::int64_t longest = 0;
    for (const plan::PlacementId after : facts_.order(link.placement).placements) {
      for (const model::Predecessor& rule : facts_.operation(after).predecessors) {
        if (rule.operation == placement(link).operation) longest = std::max(longest, rule.minimum_wait.count());
      }
    }
    return link.from == placement(link).end && link.until - link.from <= longest;
  }

  // Behind another one on the same machine, until that one is done, and never past a machine that stood idle.
  [[nodiscard]] bool queues(const LateLink& link) const {
    const plan::Placement& mine = placement(link);
    const plan::Placement& other = plan_.placements[plan::PlacementId(link.blocker)];
    return plan::PlacementId(link.blocker) != link.placement && mine.unit.valid() && other.unit == mine.unit &&
           other.lane == mine.lane && is_live(other) && other.start <= mine.start && link.until <= mine.start &&
           link.until <= other.end && !turns_.stood_idle(link.placement, link.from, link.until) &&
           !turns_.missed_others(link.placement, link.from, link.until);
  }

  // Who or what is blamed is assigned, and before the start at other work until then, or away.
  [[nodiscard]] bool assigned(const LateLink& link, plan::AssigneeKind kind) const {
    if (link.until > placement(link).end) return false;
    for (const plan::AssignmentId id : placement(link).assignments) {
      const plan::Assignment& mine = plan_.assignments[id];
      if (mine.kind == kind && mine.index == link.blocker && missing(link, mine)) return true;
    }
    return false;
  }

  // Where the work needs no unit the blame is everybody's who may do it; they are not asked one by one.
  [[nodiscard]] bool missing(const LateLink& link, const plan::Assignment& mine) const {
    if (link.until > placement(link).start || !placement(link).unit.valid()) return true;
    if (turns_.at_other_work(mine, link.until)) return true;
    return mine.kind == plan::AssigneeKind::person &&
           clipped(facts_.open.within_limits(model::PersonId(mine.index)), link.from, link.until).empty();
  }

  // The unit is, or the vendor, or nobody who may do it is on shift.
  [[nodiscard]] bool closed(const LateLink& link) const {
    if (link.until > placement(link).end) return false;
    if (const auto hours = place_hours(link)) return clipped(*hours, link.from, link.until).empty();
    for (const model::SkillNeed& need : facts_.operation(link.placement).skills) {
      for (const model::PersonId id : ids_of(facts_.plant.people)) {
        if (common(facts_.open.within_limits(id), facts_.open.certified(id, need)).empty()) continue;
        const IntervalSpan shift = facts_.open.regular(facts_.plant.people[id].calendar);
        if (!clipped(shift, link.from, link.until).empty()) return false;
      }
    }
    return true;
  }

  const Outside& outside_;
  const Facts& facts_;
  const Turns& turns_;
  const HeldLinks held_;
  const plan::Plan& plan_;
  const plan::LateChain& chain_;
};

// A broken promise of a vendor counts first, then what could have been avoided, then closed time, waits, setups and
// outside work, then processing; in each the nearest to delivery first.
plan::LateTier turn(const model::Plant& plant, const LateLink& link) {
  if (link.cause == LateCause::open_purchase) {
    const auto& purchase = plant.purchase_orders[model::OpenPurchaseOrderId(link.blocker)];
    const Tick promised = plant.frame.tick(purchase.first_confirmed.value_or(purchase.requested));
    if (promised < link.until && std::max<Tick>(0, promised) <= link.from) return plan::LateTier::slip;
  }
  return plan::tier_of(link.cause);
}

bool counted_in_turn(const model::Plant& plant, const plan::LateChain& chain) {
  for (std::size_t i = 0; i < chain.links.size(); ++i) {
    if (chain.links[i].counted == 0) continue;
    const plan::LateTier mine = turn(plant, chain.links[i]);
    for (std::size_t j = 0; j < chain.links.size(); ++j) {
      const LateLink& other = chain.links[j];
      const bool sooner = turn(plant, other) < mine || (turn(plant, other) == mine && j < i);
      if (sooner && other.counted != other.until - other.from) return false;
    }
  }
  return true;
}

}  // namespace

void check_links(const Outside& outside, const Turns& turns, const plan::LateChain& chain, Report& report) {
  const Facts& facts = outside.facts;
  const Links links(outside, turns, chain);
  for (std::size_t at = 0; at < chain.links.size(); ++at) {
    if (links.holds(at)) continue;
    const LateLink& link = chain.links[at];
    report.add("late-chain-cause", [&] {
      return facts.names.order(chain.order) + ": the cause from " + facts.names.from_to(link.from, link.until) +
             (link.placement.valid() ? " at " + facts.names.placement(link.placement) : std::string()) +
             " is not what kept it waiting then: " + std::string(plan::word(link.cause));
    });
  }
  if (counted_in_turn(facts.plant, chain)) return;
  report.add("late-chain-sum", [&] {
    return facts.names.order(chain.order) + ": its lateness is not counted on what could be avoided first";
  });
}

}  // namespace kilter::check
