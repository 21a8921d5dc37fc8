// How much of a placement is worked in regular time and how much in overtime, for its unit and for each of its people.
//
//   effective open time of a placement = hours of its unit and of all its people together (plan/working_hours.hpp)
//   overtime of one of them            = effective open time inside the overtime windows of their own calendar
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/hours_lookup.hpp"
#include "plan/plan.hpp"

namespace kilter::money {

using time::Tick;

struct Worked {
  std::int64_t regular = 0;  // seconds
  std::int64_t overtime = 0;
};

// A part of a placement's time: [from, until).
struct Part {
  Tick from = 0;
  Tick until = 0;
};

class WorkedTime {
 public:
  // Keeps references to both.
  WorkedTime(const model::Plant& plant, const plan::Plan& plan);

  // See plan::goes_on.
  Tick goes_on(const plan::Placement& placement) { return plan::goes_on(plan_, placement, hours_); }
  // Time of the placement's unit inside `part`, which lies within the placement. O(1) for a whole placement without
  // overtime, otherwise linear in the open intervals between start and end.
  Worked unit(const plan::Placement& placement, Part part);
  // The same for a person, within the person's assignment.
  Worked person(const plan::Placement& placement, const plan::Assignment& assignment, Part part);

 private:
  Worked on_calendar(const plan::Placement& placement, model::CalendarId calendar, Part part);
  void cut_to(const time::WorkingCalendar& hours);

  const model::Plant& plant_;
  const plan::Plan& plan_;
  plan::HoursLookup hours_;
  std::vector<time::Interval> effective_;  // reused
  std::vector<time::Interval> cut_;
};

}  // namespace kilter::money
