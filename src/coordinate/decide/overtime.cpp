#include "coordinate/decide/overtime.hpp"

#include <algorithm>
#include <set>

#include "coordinate/decide/caps.hpp"
#include "coordinate/finish.hpp"
#include "plan/better.hpp"

namespace kilter::coordinate {
namespace {

using plan::OvertimeWindow;
using time::Tick;

// One thing to decide: the windows that open together.
using Choice = std::vector<OvertimeWindow>;

std::set<model::CalendarId> unit_calendars(const model::Plant& plant) {
  std::set<model::CalendarId> calendars;
  for (const model::WorkUnit& unit : plant.work_units) calendars.insert(unit.calendar);
  return calendars;
}

std::set<model::CalendarId> people_calendars(const model::Plant& plant) {
  std::set<model::CalendarId> calendars;
  for (const model::Person& person : plant.people) calendars.insert(person.calendar);
  return calendars;
}

bool has_overtime(const model::Plant& plant, model::CalendarId calendar, Tick from, Tick until) {
  return calendar.valid() && plant.calendars[calendar].overtime.work_between(from, until) > 0;
}

// What opens together with `calendar` in [week, next): its own overtime and that of all people.
Choice together(const model::Plant& plant, model::CalendarId calendar, Tick week, Tick next) {
  Choice choice{{.calendar = calendar, .from = week, .until = next}};
  for (const model::CalendarId other : people_calendars(plant)) {
    if (other != calendar && has_overtime(plant, other, week, next)) {
      choice.push_back({.calendar = other, .from = week, .until = next});
    }
  }
  return choice;
}

// Week by week until `last`, one choice for each unit calendar with overtime in that week.
std::vector<Choice> choices(const model::Plant& plant, Tick last) {
  std::vector<Choice> result;
  const auto units = unit_calendars(plant);
  for (Tick week = plant.days.week_start(0); week <= last;) {
    const Tick next = plant.days.next_week_start(week);
    if (next == time::kNever) break;
    for (const model::CalendarId calendar : units) {
      if (!has_overtime(plant, calendar, std::max<Tick>(0, week), next)) continue;
      result.push_back(together(plant, calendar, week, next));
    }
    week = next;
  }
  return result;
}

Tick last_late_end(const plan::Plan& plan) {
  Tick last = -1;
  for (const plan::Delivery& delivery : plan.deliveries) {
    if (delivery.late() > 0) last = std::max(last, delivery.delivered);
  }
  return last;
}

void open(const Choice& choice, std::vector<OvertimeWindow>& windows) {
  for (const OvertimeWindow& window : choice) {
    if (std::find(windows.begin(), windows.end(), window) == windows.end()) windows.push_back(window);
  }
}

bool any_overtime(const model::Plant& plant) {
  return std::any_of(plant.calendars.begin(), plant.calendars.end(),
                     [](const model::Calendar& calendar) { return !calendar.overtime.never_open(); });
}

// Whether the plan spends more under a cap that it exceeds than the other does. What that one exceeds is seen to later.
bool exceeds_more(const model::Plant& plant, const plan::Plan& plan, const plan::Plan& than) {
  const std::vector<model::BudgetId> exceeded = exceeded_caps(plant, plan);
  return std::any_of(exceeded.begin(), exceeded.end(), [&](model::BudgetId budget) {
    return plan.budgets[budget.index()].planned > than.budgets[budget.index()].planned;
  });
}

}  // namespace

void open_for_unplanned(const model::Plant& plant, int trials, Cancel cancel, Proposal& proposal) {
  if (proposal.plan.unplanned.empty() || !any_overtime(plant) || cancelled(cancel)) return;
  std::vector<Choice> offered = choices(plant, plant.frame.tick(plant.policy.horizon));
  AllocationOrder allocation = proposal.allocation;
  for (const Choice& choice : offered) open(choice, allocation.overtime);
  Proposal opened = propose(plant, allocation, Effort::one_policy, cancel);
  if (opened.solution.score.unplaced > 0 ||
      plan::left_out_per_day(plant, opened.plan) >= plan::left_out_per_day(plant, proposal.plan))
    return;
  proposal = std::move(opened);
  base::Money best = costed(plant, proposal).objective.total();
  for (auto choice = offered.rbegin(); choice != offered.rend() && trials-- > 0 && !cancelled(cancel); ++choice) {
    Proposal trial = proposal;
    std::erase_if(trial.plan.overtime, [&](const OvertimeWindow& window) {
      return std::find(choice->begin(), choice->end(), window) != choice->end();
    });
    reschedule(plant, Effort::one_policy, trial);
    if (trial.solution.score.unplaced > 0) continue;
    const base::Money cost = costed(plant, trial).objective.total();
    if (cost > best) continue;
    best = cost;
    trial.allocation.overtime = trial.plan.overtime;
    proposal = std::move(trial);
  }
}

void decide_overtime(const model::Plant& plant, int trials, Cancel cancel, Proposal& proposal) {
  if (!any_overtime(plant) || trials <= 0) return;
  plan::Plan best = costed(plant, proposal);
  const Tick last = last_late_end(best);
  for (const Choice& choice : choices(plant, last)) {
    if (trials-- == 0 || cancelled(cancel)) break;
    Proposal trial = proposal;
    open(choice, trial.plan.overtime);
    if (trial.plan.overtime == proposal.plan.overtime) continue;
    reschedule(plant, Effort::policy_grid, trial);
    if (trial.solution.score.unplaced > 0) continue;
    plan::Plan plan = costed(plant, trial);
    if (plan.objective.total() >= best.objective.total() || exceeds_more(plant, plan, best)) continue;
    best = std::move(plan);
    trial.allocation.overtime = trial.plan.overtime;
    proposal = std::move(trial);
  }
}

}  // namespace kilter::coordinate
