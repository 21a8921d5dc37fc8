#include "check/explain/overtime_caps.hpp"

#include <algorithm>

namespace kilter::check {
namespace {

// Seconds of a calendar's overtime, decided or not.
std::int64_t overtime_in(const Facts& facts, model::CalendarId calendar, Interval part) {
  return calendar.valid() ? total(clipped(facts.plant.calendars[calendar].overtime.intervals(), part.open, part.close))
                          : 0;
}

// A rate in millionths of currency units for an hour, to the cent.
base::Money paid(base::HourlyRate rate, std::int64_t seconds) {
  constexpr std::int64_t kPerCent = std::int64_t{3'600} * 10'000;
  const base::Int128 worth = base::Int128(rate.raw()) * seconds;
  return base::Money::minor(static_cast<std::int64_t>((worth + kPerCent / 2) / kPerCent));
}

}  // namespace

OvertimeCaps::OvertimeCaps(const Facts& facts) : facts_(facts) {
  for (const model::BudgetId id : ids_of(facts.plant.budgets)) {
    const model::Budget& budget = facts.plant.budgets[id];
    const bool overtime = facts.plant.accounts[budget.account].kind == model::AccountKind::overtime;
    if (budget.hard_cap && overtime) capped_.push_back(id);
  }
  if (capped_.empty()) return;
  plan::Plan worked;
  for (const model::CalendarId id : ids_of(facts.plant.calendars)) {
    worked.overtime.push_back({.calendar = id, .from = facts.plant.span_begin, .until = facts.plant.span_end});
  }
  all_.emplace(facts.plant, worked);
}

bool OvertimeCaps::stopped(model::OrderId order, const plan::LateLink& link) const {
  const model::BudgetId budget(link.blocker);
  if (std::find(capped_.begin(), capped_.end(), budget) == capped_.end()) return false;
  const plan::Placement& placement = facts_.plan.placements[link.placement];
  if (!placement.unit.valid() || !clipped(facts_.open.unit(placement.unit), link.from, link.until).empty())
    return false;
  const Interval all{.open = link.from, .close = link.until};
  return total(clipped(hours(link.placement, *all_), link.from, link.until)) == link.until - link.from &&
         kept_closed(order, link.placement, budget, all);
}

bool OvertimeCaps::any_stopped(model::OrderId order, const plan::LateLink& link) const {
  if (capped_.empty() || !facts_.plan.placements[link.placement].unit.valid()) return false;
  const Intervals shut =
      without(hours(link.placement, *all_), facts_.open.unit(facts_.plan.placements[link.placement].unit));
  for (const Interval& part : clipped(shut, link.from, link.until)) {
    for (const model::BudgetId id : capped_) {
      const Tick begin = std::max(part.open, facts_.plant.frame.tick(facts_.plant.budgets[id].from));
      const Tick end = std::min(part.close, facts_.plant.frame.tick(facts_.plant.budgets[id].until));
      if (begin < end && kept_closed(order, link.placement, id, {.open = begin, .close = end})) return true;
    }
  }
  return false;
}

Intervals OvertimeCaps::hours(plan::PlacementId id, const OpenTime& open) const {
  const plan::Placement& placement = facts_.plan.placements[id];
  const IntervalSpan unit = open.unit(placement.unit);
  Intervals both(unit.begin(), unit.end());
  for (const plan::AssignmentId assignment : placement.assignments) {
    const plan::Assignment& assigned = facts_.plan.assignments[assignment];
    if (assigned.kind != plan::AssigneeKind::person) continue;
    both = common(both, open.within_limits(model::PersonId(assigned.index)));
  }
  return both;
}

bool OvertimeCaps::kept_closed(model::OrderId order, plan::PlacementId id, model::BudgetId budget,
                               Interval part) const {
  const plan::Placement& placement = facts_.plan.placements[id];
  const model::Budget& period = facts_.plant.budgets[budget];
  const bool outside =
      part.open < facts_.plant.frame.tick(period.from) || part.close > facts_.plant.frame.tick(period.until);
  if (outside || (placement.status != model::WorkStatus::waiting && part.open < placement.start)) return false;
  const std::int64_t work = std::int64_t{placement.setup} + placement.run;
  if (!facts_.operation(id).interruptible) {  // there must be room for all of it
    const Intervals offered = hours(id, *all_);
    const bool room = std::any_of(offered.begin(), offered.end(), [&](const Interval& open) {
      return open.open <= part.open && part.open < open.close && open.close - open.open >= work;
    });
    if (!room) return false;
  }
  const std::int64_t seconds = std::min<std::int64_t>(left_to_do(id, part.open), part.close - part.open);
  const base::Money needed = price(id, {.open = part.open, .close = part.open + static_cast<Tick>(seconds)});
  return needed > left(budget) && needed < penalty(order);
}

// Of the placement's work, at `t`.
std::int64_t OvertimeCaps::left_to_do(plan::PlacementId id, Tick t) const {
  const plan::Placement& placement = facts_.plan.placements[id];
  std::int64_t work = std::int64_t{placement.setup} + placement.run;
  if (t <= placement.start) return work;
  return total(clipped(hours(id, facts_.open), t, placement.end));
}

base::Money OvertimeCaps::price(plan::PlacementId id, Interval worked) const {
  const plan::Placement& placement = facts_.plan.placements[id];
  const model::WorkUnit& unit = facts_.plant.work_units[placement.unit];
  base::Money sum = paid(unit.overtime_cost, overtime_in(facts_, unit.calendar, worked));
  for (const plan::AssignmentId assignment : placement.assignments) {
    const plan::Assignment& assigned = facts_.plan.assignments[assignment];
    if (assigned.kind != plan::AssigneeKind::person || assigned.end < placement.end) continue;
    const model::Person& person = facts_.plant.people[model::PersonId(assigned.index)];
    sum += paid(person.overtime_wage, overtime_in(facts_, person.calendar, worked));
  }
  return sum;
}

base::Money OvertimeCaps::left(model::BudgetId budget) const {
  const model::Budget& period = facts_.plant.budgets[budget];
  const Tick from = facts_.plant.frame.tick(period.from);
  const Tick until = facts_.plant.frame.tick(period.until);
  base::Money left = *period.hard_cap - period.spent - period.committed;
  for (const plan::CostLine& line : facts_.plan.costs) {
    if (line.kind == plan::CostKind::overtime && from <= line.at && line.at < until) left -= line.amount;
  }
  return left;
}

base::Money OvertimeCaps::penalty(model::OrderId order) const {
  base::Money sum;
  for (const plan::CostLine& line : facts_.plan.costs) {
    if (line.kind == plan::CostKind::penalty && line.order == order) sum += line.amount;
  }
  return sum;
}

}  // namespace kilter::check
