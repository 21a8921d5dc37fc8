#include "coordinate/live/ways/extra_hours.hpp"

#include <algorithm>
#include <set>

namespace kilter::coordinate {
namespace {

using plan::OvertimeWindow;
using time::Tick;

constexpr int kMostWeeks = 4;

Tick last_late_delivery(const plan::Plan& plan) {
  Tick last = -1;
  for (const plan::Delivery& delivery : plan.deliveries) {
    if (delivery.late() > 0) last = std::max(last, delivery.delivered);
  }
  return last;
}

std::set<model::CalendarId> calendars_of(const model::Plant& plant) {
  std::set<model::CalendarId> calendars;
  for (const model::WorkUnit& unit : plant.work_units) calendars.insert(unit.calendar);
  for (const model::Person& person : plant.people) calendars.insert(person.calendar);
  std::erase_if(calendars, [](model::CalendarId id) { return !id.valid(); });
  return calendars;
}

bool covers(const OvertimeWindow& open, const OvertimeWindow& window) {
  return open.calendar == window.calendar && open.from <= window.from && open.until >= window.until;
}

// Seconds of the calendar's overtime in the window that lie in [from, until).
Tick overtime_in(const model::Plant& plant, const OvertimeWindow& window, Tick from, Tick until) {
  const Tick begin = std::max({from, window.from, Tick{0}});
  const Tick end = std::min(until, window.until);
  return begin < end ? plant.calendars[window.calendar].overtime.work_between(begin, end) : 0;
}

bool is_worked(const model::Plant& plant, const plan::Plan& plan, const OvertimeWindow& window) {
  const auto on_unit = [&](const plan::Placement& placement) {
    return placement.unit.valid() && plant.work_units[placement.unit].calendar == window.calendar &&
           placement.end != time::kNever && overtime_in(plant, window, placement.start, placement.end) > 0;
  };
  const auto by_person = [&](const plan::Assignment& assignment) {
    return assignment.kind == plan::AssigneeKind::person &&
           plant.people[model::PersonId(assignment.index)].calendar == window.calendar &&
           overtime_in(plant, window, assignment.start, assignment.end) > 0;
  };
  return std::any_of(plan.placements.begin(), plan.placements.end(), on_unit) ||
         std::any_of(plan.assignments.begin(), plan.assignments.end(), by_person);
}

// Windows of all calendars with overtime on offer in [from, until) that the plan does not open already.
void add_windows(const model::Plant& plant, const plan::Plan& plan, Tick from, Tick until,
                 std::vector<OvertimeWindow>& windows) {
  for (const model::CalendarId calendar : calendars_of(plant)) {
    const OvertimeWindow window{.calendar = calendar, .from = from, .until = until};
    const bool is_open = std::any_of(plan.overtime.begin(), plan.overtime.end(),
                                     [&](const OvertimeWindow& open) { return covers(open, window); });
    if (!is_open && overtime_in(plant, window, 0, until) > 0) windows.push_back(window);
  }
}

}  // namespace

std::vector<OvertimeWindow> extra_hours(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<OvertimeWindow> windows;
  const Tick last = last_late_delivery(plan);
  Tick week = plant.days.week_start(0);
  for (int count = 0; count < kMostWeeks && week <= last; ++count) {
    const Tick next = plant.days.next_week_start(week);
    if (next == time::kNever) break;
    add_windows(plant, plan, week, next, windows);
    week = next;
  }
  return windows;
}

std::vector<OvertimeWindow> hours_on(const model::Plant& plant, const plan::Plan& plan, std::size_t day) {
  std::vector<OvertimeWindow> windows;
  if (day + 1 >= plant.days.count()) return windows;
  add_windows(plant, plan, plant.days.start_of(day), plant.days.start_of(day + 1), windows);
  return windows;
}

std::vector<OvertimeWindow> worked_hours(const model::Plant& plant, const plan::Plan& plan,
                                         const std::vector<OvertimeWindow>& windows) {
  std::vector<OvertimeWindow> worked;
  std::copy_if(windows.begin(), windows.end(), std::back_inserter(worked),
               [&](const OvertimeWindow& window) { return is_worked(plant, plan, window); });
  return worked;
}

}  // namespace kilter::coordinate
