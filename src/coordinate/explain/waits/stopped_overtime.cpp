#include "coordinate/explain/waits/stopped_overtime.hpp"

#include <algorithm>

#include "plan/working_hours.hpp"

namespace kilter::coordinate {

using base::Money;
using plan::LateCause;
using plan::LateLink;
using time::Interval;
using time::Tick;
using time::WorkingCalendar;

namespace {

// Whether the open interval around t is as long as the work.
bool has_room(const WorkingCalendar& hours, Tick t, Tick work) {
  return std::any_of(hours.intervals().begin(), hours.intervals().end(), [&](const Interval& open) {
    return open.open <= t && t < open.close && open.close - open.open >= work;
  });
}

}  // namespace

StoppedOvertime::StoppedOvertime(const model::Plant& plant, const plan::Plan& plan) : plant_(plant), plan_(plan) {
  for (const plan::BudgetLine& line : plan.budgets) {
    const model::Budget& budget = plant.budgets[line.budget];
    const bool overtime = plant.accounts[budget.account].kind == model::AccountKind::overtime;
    if (overtime && budget.hard_cap) capped_.push_back(&line);
  }
  if (capped_.empty()) return;
  for (const model::CalendarId id : base::ids_of(plant.calendars)) {
    all_.push_back({.calendar = id, .from = plant.span_begin, .until = plant.span_end});
  }
  for (const plan::CostLine& line : plan.costs) {
    if (line.kind == plan::CostKind::penalty && line.order.valid()) penalty_[line.order] += line.amount;
  }
}

void StoppedOvertime::tell(plan::LateChain& chain) {
  if (capped_.empty() || !penalty_.contains(chain.order)) return;
  std::vector<LateLink> told;
  for (const LateLink& link : chain.links) {
    if (link.cause == LateCause::closed) {
      tell(chain.order, link, told);
    } else {
      told.push_back(link);
    }
  }
  chain.links = std::move(told);
}

// Cuts one closed link, and what is left of it again.
void StoppedOvertime::tell(model::OrderId order, const LateLink& closed, std::vector<LateLink>& told) {
  if (closed.from >= closed.until) return;
  const std::optional<LateLink> stopped = first_stopped(order, closed);
  if (!stopped) {
    told.push_back(closed);
    return;
  }
  LateLink after = closed;
  LateLink before = closed;
  after.from = stopped->until;
  before.until = stopped->from;
  tell(order, after, told);
  told.push_back(*stopped);
  tell(order, before, told);
}

std::optional<LateLink> StoppedOvertime::first_stopped(model::OrderId order, const LateLink& closed) {
  if (!helps(closed)) return std::nullopt;
  const plan::Placement& placement = plan_.placements[closed.placement];
  const Hours& hours = hours_of(closed.placement);
  const bool whole = !plant_.operations[placement.operation].interruptible;
  for (const Interval& open : hours.shut.intervals()) {
    if (open.close <= closed.from || open.open >= closed.until) continue;
    if (whole && !has_room(hours.offered, open.open, placement.setup + placement.run)) continue;
    for (const plan::BudgetLine* line : capped_) {
      const model::Budget& budget = plant_.budgets[line->budget];
      const Tick from = std::max({closed.from, open.open, plant_.frame.tick(budget.from)});
      const Tick until = std::min({closed.until, open.close, plant_.frame.tick(budget.until)});
      if (from >= until) continue;
      const Tick worked = std::min(until - from, work_left(closed.placement, from));
      const Money needed = price(placement, {.open = from, .close = from + worked});
      if (needed <= *budget.hard_cap - line->total(budget) || needed >= penalty_.at(order)) continue;
      return LateLink{.cause = LateCause::budget,
                      .from = from,
                      .until = until,
                      .placement = closed.placement,
                      .blocker = line->budget.index()};
    }
  }
  return std::nullopt;
}

// Pinned work would not begin sooner.
bool StoppedOvertime::helps(const LateLink& closed) const {
  if (!closed.placement.valid()) return false;
  const plan::Placement& placement = plan_.placements[closed.placement];
  return placement.unit.valid() && (placement.status == model::WorkStatus::waiting || closed.from >= placement.start);
}

const StoppedOvertime::Hours& StoppedOvertime::hours_of(plan::PlacementId id) {
  const auto [entry, is_new] = hours_.try_emplace(id);
  if (is_new) {
    const plan::Placement& placement = plan_.placements[id];
    entry->second.now = effective(placement, plan_.overtime);
    entry->second.offered = effective(placement, all_);
    entry->second.shut =
        WorkingCalendar::subtract(entry->second.offered, plan::unit_hours(plant_, plan_.overtime, placement.unit));
  }
  return entry->second;
}

// When the placement's unit and people are at work together.
WorkingCalendar StoppedOvertime::effective(const plan::Placement& placement,
                                           const std::vector<plan::OvertimeWindow>& overtime) const {
  WorkingCalendar hours = plan::unit_hours(plant_, overtime, placement.unit);
  for (const plan::AssignmentId id : placement.assignments) {
    const plan::Assignment& assigned = plan_.assignments[id];
    if (assigned.kind != plan::AssigneeKind::person) continue;
    hours = WorkingCalendar::intersect(hours, plan::person_hours(plant_, overtime, model::PersonId(assigned.index)));
  }
  return hours;
}

// What is still to do at `t`.
Tick StoppedOvertime::work_left(plan::PlacementId id, Tick t) {
  const plan::Placement& placement = plan_.placements[id];
  if (t <= placement.start) return placement.setup + placement.run;
  return static_cast<Tick>(hours_of(id).now.work_between(t, placement.end));
}

// Of the unit and everybody who stays to the end, all the time.
Money StoppedOvertime::price(const plan::Placement& placement, Interval worked) const {
  const model::WorkUnit& unit = plant_.work_units[placement.unit];
  Money sum = overtime_pay(unit.calendar, unit.overtime_cost, worked);
  for (const plan::AssignmentId id : placement.assignments) {
    const plan::Assignment& assigned = plan_.assignments[id];
    if (assigned.kind != plan::AssigneeKind::person || assigned.end < placement.end) continue;
    const model::Person& person = plant_.people[model::PersonId(assigned.index)];
    sum += overtime_pay(person.calendar, person.overtime_wage, worked);
  }
  return sum;
}

Money StoppedOvertime::overtime_pay(model::CalendarId calendar, base::HourlyRate rate, Interval worked) const {
  if (!calendar.valid()) return Money::zero();
  return rate.times_seconds(plant_.calendars[calendar].overtime.work_between(worked.open, worked.close));
}

}  // namespace kilter::coordinate
