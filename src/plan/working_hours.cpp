#include "plan/working_hours.hpp"

#include <algorithm>

namespace kilter::plan {
namespace {

using time::Interval;
using time::WorkingCalendar;

WorkingCalendar closed_times(const model::Plant& plant, const std::vector<model::CalendarException>& closures) {
  std::vector<Interval> intervals;
  intervals.reserve(closures.size());
  for (const model::CalendarException& closure : closures) {
    intervals.push_back({.open = plant.frame.tick(closure.from), .close = plant.frame.tick(closure.until)});
  }
  return WorkingCalendar(std::move(intervals));
}

// Cuts hours where a local day or an ISO week is full. Days are walked in order; what a day may still take is the least
// of its own limit and what is left of the week.
class HourLimits {
 public:
  HourLimits(const model::Plant& plant, const model::Person& person) : days_(plant.days) {
    if (person.hours_per_day) per_day_ = static_cast<Tick>(person.hours_per_day->count());
    if (person.hours_per_week) per_week_ = static_cast<Tick>(person.hours_per_week->count());
  }

  WorkingCalendar cut(const WorkingCalendar& hours) {
    std::vector<Interval> kept;
    for (const Interval& interval : hours.intervals()) {
      for (Tick open = interval.open; open < interval.close;) {
        enter_day(days_.day_of(open));
        const Tick day_end = day_ + 1 < days_.count() ? days_.start_of(day_ + 1) : kNever;
        const Tick close = std::min(interval.close, day_end);
        const Tick allowed = std::min({close - open, day_left_, week_left_});
        if (allowed > 0) kept.push_back({.open = open, .close = open + allowed});
        day_left_ -= allowed;
        week_left_ -= allowed;
        open = close;
      }
    }
    return WorkingCalendar(std::move(kept));
  }

 private:
  void enter_day(std::size_t day) {
    if (started_ && day == day_) return;
    const std::size_t week = days_.week_of_day(day);
    if (!started_ || week != week_) week_left_ = per_week_;
    started_ = true;
    day_ = day;
    week_ = week;
    day_left_ = per_day_;
  }

  const time::LocalDays& days_;
  Tick per_day_ = kNever;
  Tick per_week_ = kNever;
  bool started_ = false;
  std::size_t day_ = 0;
  std::size_t week_ = 0;
  Tick day_left_ = 0;
  Tick week_left_ = 0;
};

}  // namespace

WorkingCalendar decided_hours(const model::Plant& plant, const std::vector<OvertimeWindow>& overtime,
                              model::CalendarId calendar) {
  const model::Calendar& hours = plant.calendars[calendar];
  std::vector<Interval> windows;
  for (const OvertimeWindow& window : overtime) {
    if (window.calendar == calendar) windows.push_back({.open = window.from, .close = window.until});
  }
  if (windows.empty()) return hours.regular;
  const WorkingCalendar extra = WorkingCalendar::intersect(hours.overtime, WorkingCalendar(std::move(windows)));
  return WorkingCalendar::unite(hours.regular, extra);
}

WorkingCalendar unit_hours(const model::Plant& plant, const std::vector<OvertimeWindow>& overtime,
                           model::WorkUnitId unit) {
  const model::WorkUnit& work_unit = plant.work_units[unit];
  WorkingCalendar hours = decided_hours(plant, overtime, work_unit.calendar);
  if (work_unit.closures.empty()) return hours;
  return WorkingCalendar::subtract(hours, closed_times(plant, work_unit.closures));
}

WorkingCalendar person_hours(const model::Plant& plant, const std::vector<OvertimeWindow>& overtime,
                             model::PersonId person) {
  const model::Person& worker = plant.people[person];
  WorkingCalendar hours = decided_hours(plant, overtime, worker.calendar);
  if (!worker.absences.empty()) hours = WorkingCalendar::subtract(hours, closed_times(plant, worker.absences));
  if (!worker.hours_per_day && !worker.hours_per_week) return hours;
  return HourLimits(plant, worker).cut(hours);
}

WorkingCalendar certified_hours(const model::Plant& plant, const WorkingCalendar& hours, model::PersonId person,
                                const model::SkillNeed& need) {
  std::vector<Interval> valid;
  for (const model::PersonSkill& held : plant.people[person].skills) {
    if (held.skill != need.skill || held.level < need.level) continue;
    const Tick from = held.from ? plant.frame.tick(*held.from) : plant.span_begin;
    const Tick until = held.until ? plant.frame.tick(*held.until) : plant.span_end;
    valid.push_back({.open = from, .close = until});
  }
  return WorkingCalendar::intersect(hours, WorkingCalendar(std::move(valid)));
}

}  // namespace kilter::plan
