#include "plan/hours_lookup.hpp"

#include <gtest/gtest.h>

#include "plan/working_hours.hpp"

namespace kilter::plan {
namespace {

constexpr Tick kHour = 3600;

// Two units and two people on one calendar: the second of each with hours of its own.
class HoursLookupTest : public ::testing::Test {
 protected:
  HoursLookupTest() {
    model::Calendar calendar;
    calendar.regular = time::WorkingCalendar({{6 * kHour, 14 * kHour}});
    calendar.overtime = time::WorkingCalendar({{14 * kHour, 18 * kHour}});
    plant_.span_end = 24 * kHour;
    plant_.days = time::LocalDays({0}, 0);
    model::WorkUnit unit;
    unit.calendar = plant_.calendars.push_back(calendar);
    plant_.work_units.push_back(unit);
    const model::CalendarException noon{.from = plant_.frame.instant(12 * kHour),
                                        .until = plant_.frame.instant(13 * kHour),
                                        .kind = model::ExceptionKind::closed,
                                        .reason = ""};
    unit.closures.push_back(noon);
    plant_.work_units.push_back(unit);
    model::Person person;
    person.calendar = unit.calendar;
    plant_.people.push_back(person);
    person.absences.push_back(noon);
    person.hours_per_day = time::Duration(4 * kHour);
    plant_.people.push_back(person);
  }

  void expect_same(const std::vector<OvertimeWindow>& overtime) {
    HoursLookup lookup(plant_, overtime);
    for (const model::WorkUnitId id : base::ids_of(plant_.work_units)) {
      EXPECT_EQ(lookup.unit(id), unit_hours(plant_, overtime, id));
    }
    for (const model::PersonId id : base::ids_of(plant_.people)) {
      EXPECT_EQ(lookup.person(id), person_hours(plant_, overtime, id));
    }
  }

  model::Plant plant_;
};

TEST_F(HoursLookupTest, GivesTheHoursThatWorkingHoursGive) {
  expect_same({});
  expect_same({{.calendar = model::CalendarId(0), .from = 15 * kHour, .until = 20 * kHour}});
}

TEST_F(HoursLookupTest, DoesNotCopyPlainHours) {
  const std::vector<OvertimeWindow> none;
  HoursLookup lookup(plant_, none);
  const time::WorkingCalendar& regular = plant_.calendars[model::CalendarId(0)].regular;
  EXPECT_EQ(&lookup.unit(model::WorkUnitId(0)), &regular);
  EXPECT_EQ(&lookup.person(model::PersonId(0)), &regular);
  EXPECT_EQ(&lookup.unit(model::WorkUnitId(1)), &lookup.unit(model::WorkUnitId(1)));
}

}  // namespace
}  // namespace kilter::plan
