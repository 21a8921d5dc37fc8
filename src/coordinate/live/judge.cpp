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
    if (moved.published < 0) return HitCause::not_begun;
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
    schedule::Solution schedule = shifted();
    if (absorb(schedule)) schedule = shifted();
    found_.nothing_done = costed(now_, today_, schedule);
    Differences changes = differences(before_, today_.counterparts, today_.work, now_, found_.nothing_done, tolerance_);
    found_.promises = std::move(changes.promises);
    found_.added = changes.added;
    find_hits(changes.moved);
    gather_reasons();
    found_.late = late();
    return std::move(found_);
  }

 private:
  [[nodiscard]] schedule::Solution shifted() const {
    schedule::Damage damage(today_.damage.problem, today_.damage.published);
    return schedule::shift_right(damage);
  }

  // Running work that ends within the tolerance of its published end counts as ending then: a few minutes are no news,
  // and would otherwise run over shift ends and weekends. So does work of which nothing was counted yet, while its
  // published end has not passed: many count only at the end. Whether there was any.
  bool absorb(const schedule::Solution& schedule) {
    bool any = false;
    schedule::Problem& problem = today_.damage.problem;
    for (Index op = 0; op < problem.operation_count; ++op) {
      const PlacementId id = today_.today.model.placement_of[op];
      const PlacementId old = today_.work.of(id);
      if (today_.today.plan.placements[id].status != model::WorkStatus::started || !old.valid()) continue;
      const Tick late = schedule.end[op] - today_.counterparts.tick(before_.plan.placements[old].end);
      schedule::Mode& mode = problem.modes[problem.mode_begin[op]];
      if (late <= 0 || (late > tolerance_ && !is_on_its_way(id, schedule.end[op] - late))) continue;
      mode.work -= std::min(mode.work, worked(op, schedule.end[op] - late, schedule.end[op]));
      any = true;
    }
    return any;
  }

  [[nodiscard]] bool is_on_its_way(PlacementId id, Tick published_end) const {
    if (published_end < 0) return false;
    const plan::Placement& placement = today_.today.plan.placements[id];
    const model::OpenProductionOrderId open = today_.today.plan.production_orders[placement.order].open;
    if (!open.valid()) return false;
    const auto& steps = now_.production_orders[open].progress;
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [&](const auto& each) { return each.operation == placement.operation; });
    return step != steps.end() && !step->done.positive();
  }

  // Working time of the operation's mode between two moments.
  [[nodiscard]] Tick worked(Index op, Tick from, Tick until) const {
    const schedule::Problem& problem = today_.damage.problem;
    const Index calendar = problem.modes[problem.mode_begin[op]].calendar;
    return static_cast<Tick>(problem.calendars[calendar].work_between(from, until));
  }

  // What is overdue is news of its own, however little it moves.
  [[nodiscard]] std::optional<Hit> overdue(PlacementId id) const {
    const plan::Placement& placement = found_.nothing_done.placements[id];
    const PlacementId old = today_.work.of(id);
    const bool waits = placement.status == model::WorkStatus::waiting || placement.status == model::WorkStatus::pinned;
    if (!waits || !old.valid()) return std::nullopt;
    const Tick published = today_.counterparts.tick(before_.plan.placements[old].start);
    if (published >= 0) return std::nullopt;
    return Hit{.placement = id, .cause = HitCause::not_begun, .published = published, .nothing_done = placement.start};
  }

  void find_hits(const std::vector<MovedOperation>& moved) {
    Causes causes(now_, before_, today_, tolerance_);
    std::vector<bool> known(found_.nothing_done.placements.size(), false);
    for (const MovedOperation& each : moved) {
      found_.hits.push_back(causes.of(each));
      known[each.placement.index()] = true;
    }
    for (const PlacementId id : base::ids_of(found_.nothing_done.placements)) {
      if (known[id.index()]) continue;
      if (const std::optional<Hit> hit = longer(id)) found_.hits.push_back(*hit);
      if (const std::optional<Hit> hit = overdue(id)) found_.hits.push_back(*hit);
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
