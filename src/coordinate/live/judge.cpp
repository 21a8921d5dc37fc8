#include "coordinate/live/judge.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "coordinate/live/carry/last_supply.hpp"
#include "coordinate/live/carry/situation.hpp"
#include "coordinate/live/told.hpp"
#include "plan/hours_lookup.hpp"
#include "plan/peg_index.hpp"
#include "schedule/repair/ways/repairs.hpp"

namespace kilter::coordinate {
namespace {

using plan::PlacementId;
using schedule::Index;
using time::kNever;
using time::Tick;

// Of one operation: why it cannot stand as published, whatever becomes of the others.
class Causes {
 public:
  Causes(const model::Plant& now, const Published& published, const Situation& today, Tick tolerance)
      : now_(now),
        before_(published),
        today_(today),
        tolerance_(tolerance),
        pegs_(now, today.today.plan),
        hours_(now, today.today.plan.overtime),
        hours_before_(published.plant, published.plan.overtime) {}

  [[nodiscard]] Hit of(const MovedOperation& moved) {
    Hit hit{.placement = moved.placement, .published = moved.published, .nothing_done = moved.start};
    hit.cause = cause_of(moved, hit);
    return hit;
  }

 private:
  HitCause cause_of(const MovedOperation& moved, Hit& hit) {
    const Index op = today_.today.model.operation_of[moved.placement.index()];
    const plan::Placement& old = before_.plan.placements[today_.work.of(moved.placement)];
    if (moved.published + tolerance_ < 0) return HitCause::not_begun;
    if (today_.damage.published.start[op] == kNever) {
      hit.blocker = moved.published_unit.index();
      return HitCause::unit_gone;
    }
    if (today_.today.model.problem.release[op] > std::int64_t{moved.published} + tolerance_) return waits_for(op, hit);
    if (is_closed(old, hit)) return HitCause::unit_closed;
    return is_away(old, hit) ? HitCause::person_away : HitCause::behind_others;
  }

  // The last thing that comes from outside; a clearance when that is not what it waits for.
  HitCause waits_for(Index op, Hit& hit) {
    const Tick release = today_.today.model.problem.release[op];
    const LastSupply last = last_supply(now_, today_.today.plan, pegs_, today_.today.model.placement_of[op]);
    hit.supply = last.supply;
    hit.blocker = last.blocker;
    return last.at >= release ? HitCause::material : HitCause::clearance;
  }

  // Whether fewer hours are open now than were for the published time.
  [[nodiscard]] bool has_less(const time::WorkingCalendar& now, const time::WorkingCalendar& then,
                              const plan::Placement& old) const {
    const Tick from = today_.counterparts.tick(old.start);
    const Tick until = today_.counterparts.tick(old.end);
    return now.work_between(from, until) < then.work_between(old.start, old.end);
  }

  bool is_closed(const plan::Placement& old, Hit& hit) {
    const model::WorkUnitId unit = today_.counterparts.unit(old.unit);
    if (!unit.valid()) return false;
    hit.blocker = unit.index();
    return has_less(hours_.unit(unit), hours_before_.unit(old.unit), old);
  }

  bool is_away(const plan::Placement& old, Hit& hit) {
    for (const plan::AssignmentId id : old.assignments) {
      const plan::Assignment& assignment = before_.plan.assignments[id];
      if (assignment.kind != plan::AssigneeKind::person) continue;
      const model::PersonId then(assignment.index);
      const model::PersonId person = today_.counterparts.person(then);
      hit.blocker = person.index();
      if (!person.valid() || has_less(hours_.person(person), hours_before_.person(then), old)) return true;
    }
    return false;
  }

  const model::Plant& now_;
  const Published& before_;
  const Situation& today_;
  Tick tolerance_;
  plan::PegIndex pegs_;
  plan::HoursLookup hours_;
  plan::HoursLookup hours_before_;
};

// Penalties of these orders.
base::Money penalties(const plan::Plan& plan, const std::vector<bool>& counts) {
  base::Money sum;
  for (const plan::CostLine& line : plan.costs) {
    const bool is_late = line.kind == plan::CostKind::penalty && line.order.valid();
    if (is_late && counts[line.order.index()]) sum += line.amount;
  }
  return sum;
}

class Judging {
 public:
  Judging(const model::Plant& now, const Published& published, Tick tolerance)
      : now_(now), before_(published), tolerance_(tolerance), today_(situation(now, published)) {}

  Judgement run() {
    schedule::Damage damage(today_.damage.problem, today_.damage.published);
    found_.nothing_done = costed(now_, today_, schedule::shift_right(damage));
    Differences changes = differences(before_, today_.counterparts, today_.work, now_, found_.nothing_done, tolerance_);
    found_.promises = std::move(changes.promises);
    found_.added = changes.added;
    find_hits(changes.moved);
    gather_reasons();
    found_.late = late();
    return std::move(found_);
  }

 private:
  void find_hits(const std::vector<MovedOperation>& moved) {
    Causes causes(now_, before_, today_, tolerance_);
    for (const MovedOperation& each : moved) found_.hits.push_back(causes.of(each));
    for (const PlacementId id : base::ids_of(found_.nothing_done.placements)) {
      if (const std::optional<Hit> hit = longer(id)) found_.hits.push_back(*hit);
    }
    std::stable_sort(found_.hits.begin(), found_.hits.end(),
                     [](const Hit& a, const Hit& b) { return a.placement < b.placement; });
  }

  [[nodiscard]] std::optional<Hit> longer(PlacementId id) const {
    const plan::Placement& placement = found_.nothing_done.placements[id];
    const PlacementId old = today_.work.of(id);
    if (placement.status != model::WorkStatus::started || !old.valid()) return std::nullopt;
    const Tick published = today_.counterparts.tick(before_.plan.placements[old].end);
    if (std::int64_t{placement.end} - published <= tolerance_) return std::nullopt;
    return Hit{.placement = id, .cause = HitCause::runs_longer, .published = published, .nothing_done = placement.end};
  }

  // By what is to blame, the operations themselves where nothing else is.
  void gather_reasons() {
    std::map<std::tuple<HitCause, plan::SupplyKind, std::uint32_t>, Reason> reasons;
    for (const Hit& hit : found_.hits) {
      if (hit.cause == HitCause::behind_others) continue;
      const bool is_named =
          hit.cause != HitCause::runs_longer && hit.cause != HitCause::not_begun && hit.cause != HitCause::clearance;
      const auto supply = hit.cause == HitCause::material ? hit.supply : plan::SupplyKind::stock;
      Reason& reason = reasons[{hit.cause, supply, is_named ? hit.blocker : 0}];
      reason.cause = hit.cause;
      reason.supply = supply;
      reason.blocker = is_named ? hit.blocker : 0;
      ++reason.operations;
    }
    for (auto& [key, reason] : reasons) {
      reason.words = reason_words(now_, reason);
      found_.reasons.push_back(std::move(reason));
    }
    std::stable_sort(found_.reasons.begin(), found_.reasons.end(),
                     [](const Reason& a, const Reason& b) { return a.operations > b.operations; });
  }

  [[nodiscard]] base::Money late() const {
    std::vector<bool> then(before_.plant.orders.size(), false);
    std::vector<bool> now(now_.orders.size(), false);
    for (const plan::Delivery& delivery : found_.nothing_done.deliveries) now[delivery.order.index()] = true;
    for (const model::OrderId id : base::ids_of(before_.plant.orders)) {
      const model::OrderId order = today_.counterparts.order(id);
      then[id.index()] = order.valid() && now[order.index()];
    }
    return penalties(found_.nothing_done, now) - penalties(before_.plan, then);
  }

  const model::Plant& now_;
  const Published& before_;
  Tick tolerance_;
  Situation today_;
  Judgement found_;
};

}  // namespace

Judgement judge(const model::Plant& now, const Published& published, Tick tolerance) {
  return Judging(now, published, tolerance).run();
}

}  // namespace kilter::coordinate
