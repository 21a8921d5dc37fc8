#include "check/facts/open_time.hpp"

#include <algorithm>
#include <optional>

namespace kilter::check {
namespace {

Intervals copied(const time::WorkingCalendar& calendar) {
  const auto intervals = calendar.intervals();
  return {intervals.begin(), intervals.end()};
}

// Splits at local midnights.
Intervals by_day(const model::Plant& plant, IntervalSpan hours) {
  Intervals pieces;
  for (Interval rest : hours) {
    while (rest.open < rest.close) {
      const std::size_t next = plant.days.day_of(rest.open) + 1;
      const bool known = next < plant.days.count() && plant.days.start_of(next) > rest.open;
      const Tick close = known ? std::min(rest.close, plant.days.start_of(next)) : rest.close;
      pieces.push_back({.open = rest.open, .close = close});
      rest.open = close;
    }
  }
  return pieces;
}

// Seconds in the day or week that is walked through.
struct Worked {
  std::size_t number = static_cast<std::size_t>(-1);
  std::int64_t seconds = 0;
  void enter(std::size_t next) {
    if (next != number) seconds = 0;
    number = next;
  }
};

}  // namespace

const Intervals& LimitedHours::of(const model::Person& person, IntervalSpan hours) {
  const auto limit = [](const std::optional<model::Duration>& most) { return most ? most->count() : -1; };
  const bool like_others = person.absences.empty();
  if (!like_others) return own_ = cut_at_limits(plant_, person, hours);
  const auto [found, is_new] =
      known_.try_emplace({person.calendar, limit(person.hours_per_day), limit(person.hours_per_week)});
  if (is_new) found->second = cut_at_limits(plant_, person, hours);
  return found->second;
}

Intervals cut_at_limits(const model::Plant& plant, const model::Person& person, IntervalSpan hours) {
  if (!person.hours_per_day && !person.hours_per_week) return {hours.begin(), hours.end()};
  Worked in_day;
  Worked in_week;
  Intervals kept;
  for (const Interval piece : by_day(plant, hours)) {
    const std::size_t day = plant.days.day_of(piece.open);
    in_day.enter(day);
    in_week.enter(plant.days.week_of_day(day));
    std::int64_t allowed = piece.close - piece.open;
    if (person.hours_per_day) allowed = std::min(allowed, person.hours_per_day->count() - in_day.seconds);
    if (person.hours_per_week) allowed = std::min(allowed, person.hours_per_week->count() - in_week.seconds);
    if (allowed <= 0) continue;
    kept.push_back({.open = piece.open, .close = piece.open + static_cast<Tick>(allowed)});
    in_day.seconds += allowed;
    in_week.seconds += allowed;
  }
  return merged(std::move(kept));
}

Intervals closed_times(const model::Plant& plant, const std::vector<model::CalendarException>& exceptions) {
  Intervals closed;
  for (const model::CalendarException& exception : exceptions) {
    closed.push_back({.open = plant.frame.tick(exception.from), .close = plant.frame.tick(exception.until)});
  }
  return merged(std::move(closed));
}

OpenTime::OpenTime(const model::Plant& plant, const plan::Plan& plan)
    : plant_(plant), always_{{.open = plant.span_begin, .close = plant.span_end}} {
  base::IndexedVector<model::CalendarId, Intervals> windows(plant.calendars.size());
  for (const plan::OvertimeWindow& window : plan.overtime) {
    windows[window.calendar].push_back({.open = window.from, .close = window.until});
  }
  for (const model::CalendarId id : ids_of(plant.calendars)) {
    overtime_.push_back(common(copied(plant.calendars[id].overtime), merged(windows[id])));
    Intervals both = copied(plant.calendars[id].regular);
    both.insert(both.end(), overtime_[id].begin(), overtime_[id].end());
    hours_.push_back(merged(std::move(both)));
  }
  for (const model::WorkUnit& unit : plant.work_units) {
    units_.push_back(without(hours_[unit.calendar], closed_times(plant, unit.closures)));
  }
  LimitedHours limited(plant);
  for (const model::Person& person : plant.people) {
    people_.push_back(without(hours_[person.calendar], closed_times(plant, person.absences)));
    limited_.push_back(limited.of(person, people_.raw().back()));
  }
}

Intervals OpenTime::certified(model::PersonId id, const model::SkillNeed& need) const {
  Intervals valid;
  for (const model::PersonSkill& held : plant_.people[id].skills) {
    if (held.skill != need.skill || held.level < need.level) continue;
    valid.push_back({.open = held.from ? plant_.frame.tick(*held.from) : plant_.span_begin,
                     .close = held.until ? plant_.frame.tick(*held.until) : plant_.span_end});
  }
  return merged(std::move(valid));
}

IntervalSpan OpenTime::vendor(model::VendorId id) const {
  const model::CalendarId calendar = plant_.vendors[id].calendar;
  return calendar.valid() ? regular(calendar) : IntervalSpan(always_);
}

}  // namespace kilter::check
