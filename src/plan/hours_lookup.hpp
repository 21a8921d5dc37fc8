// Effective hours of units and people by reference. Hours equal to the calendar's regular hours are not copied, the
// others are made when first asked for: a plant of 10,000 units on three calendars costs three calendars. Not for
// several threads at once.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <tuple>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"
#include "time/working_calendar.hpp"

namespace kilter::plan {

class HoursLookup {
 public:
  // Keeps references to both arguments.
  HoursLookup(const model::Plant& plant, const std::vector<OvertimeWindow>& overtime);

  // As unit_hours and person_hours of plan/working_hours.hpp. The reference lives as long as this object.
  [[nodiscard]] const time::WorkingCalendar& unit(model::WorkUnitId id);
  [[nodiscard]] const time::WorkingCalendar& person(model::PersonId id);
  // Whether some overtime was decided for this calendar.
  [[nodiscard]] bool has_overtime(model::CalendarId id) const { return decided_[id] != 0; }

 private:
  const time::WorkingCalendar& limited(const model::Person& person, model::PersonId id);

  const model::Plant& plant_;
  const std::vector<OvertimeWindow>& overtime_;
  base::IndexedVector<model::CalendarId, std::uint8_t> decided_;
  base::IndexedVector<model::WorkUnitId, const time::WorkingCalendar*> units_;
  base::IndexedVector<model::PersonId, const time::WorkingCalendar*> people_;
  std::deque<time::WorkingCalendar> own_;
  // People without absences, by calendar and limits: they work the same hours.
  std::map<std::tuple<model::CalendarId, std::int64_t, std::int64_t>, const time::WorkingCalendar*> alike_;
};

// From when on a placement is worked on in the plan: its start; of started work, when its people and tools come to it,
// else as late as its end allows. O(its assignments + log n).
time::Tick goes_on(const Plan& plan, const Placement& placement, HoursLookup& hours);

}  // namespace kilter::plan
