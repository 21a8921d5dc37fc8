#include "money/lines/worked_time.hpp"

#include <algorithm>

namespace kilter::money {

using time::Interval;
using time::WorkingCalendar;

namespace {

// The first interval that ends after t.
std::span<const Interval> from_tick(const WorkingCalendar& hours, Tick t) {
  const std::span<const Interval> all = hours.intervals();
  const auto first = std::partition_point(all.begin(), all.end(), [t](const Interval& i) { return i.close <= t; });
  return all.subspan(static_cast<std::size_t>(first - all.begin()));
}

}  // namespace

WorkedTime::WorkedTime(const model::Plant& plant, const plan::Plan& plan)
    : plant_(plant), plan_(plan), hours_(plant, plan.overtime) {}

void WorkedTime::cut_to(const WorkingCalendar& hours) {
  cut_.clear();
  for (const Interval& open : effective_) {
    for (const Interval& other : from_tick(hours, open.open)) {
      if (other.open >= open.close) break;
      cut_.push_back({.open = std::max(open.open, other.open), .close = std::min(open.close, other.close)});
    }
  }
  effective_.swap(cut_);
}

Worked WorkedTime::on_calendar(const plan::Placement& placement, model::CalendarId calendar, Part part) {
  const bool whole = part.from == placement.start && part.until == placement.end;
  const bool overtime = hours_.has_overtime(calendar);
  if (whole && !overtime) return {.regular = static_cast<std::int64_t>(placement.setup) + placement.run};
  effective_.assign(1, {.open = part.from, .close = part.until});
  if (placement.unit.valid()) cut_to(hours_.unit(placement.unit));
  for (const plan::AssignmentId id : placement.assignments) {
    const plan::Assignment& assignment = plan_.assignments[id];
    if (assignment.kind == plan::AssigneeKind::person) cut_to(hours_.person(model::PersonId(assignment.index)));
  }
  Worked worked;
  for (const Interval& open : effective_) {
    const Tick extra = overtime ? plant_.calendars[calendar].overtime.work_between(open.open, open.close) : 0;
    worked.overtime += extra;
    worked.regular += open.close - open.open - extra;
  }
  return worked;
}

Worked WorkedTime::unit(const plan::Placement& placement, Part part) {
  return on_calendar(placement, plant_.work_units[placement.unit].calendar, part);
}

Worked WorkedTime::person(const plan::Placement& placement, const plan::Assignment& assignment, Part part) {
  part.from = std::max(part.from, assignment.start);
  part.until = std::min(part.until, assignment.end);
  if (part.from >= part.until) return {};
  return on_calendar(placement, plant_.people[model::PersonId(assignment.index)].calendar, part);
}

}  // namespace kilter::money
