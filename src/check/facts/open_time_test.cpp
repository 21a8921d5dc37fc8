// The checker's hours against the planner's, worked out in two different ways, on random plants.
#include "check/facts/open_time.hpp"

#include <gtest/gtest.h>

#include "plan/working_hours.hpp"
#include "support/random_plant.hpp"

namespace kilter::check {
namespace {

Intervals of(const time::WorkingCalendar& calendar) {
  return {calendar.intervals().begin(), calendar.intervals().end()};
}

Intervals of(IntervalSpan span) { return {span.begin(), span.end()}; }

plan::Plan with_overtime(const model::Plant& plant) {
  plan::Plan plan;
  for (const model::CalendarId id : ids_of(plant.calendars)) {
    if (id.index() % 2 == 0) plan.overtime.push_back({.calendar = id, .from = 0, .until = 10 * 86'400});
  }
  return plan;
}

TEST(OpenTime, AgreesWithThePlannersHours) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const model::Plant plant = support::random_plant(seed, 2);
    const plan::Plan plan = with_overtime(plant);
    const OpenTime open(plant, plan);
    for (const model::WorkUnitId id : ids_of(plant.work_units)) {
      EXPECT_EQ(of(open.unit(id)), of(plan::unit_hours(plant, plan.overtime, id))) << seed;
    }
    for (const model::PersonId id : ids_of(plant.people)) {
      const time::WorkingCalendar hours = plan::person_hours(plant, plan.overtime, id);
      EXPECT_EQ(of(open.within_limits(id)), of(hours)) << seed << " " << plant.people[id].id;
      for (const model::SkillId skill : ids_of(plant.skills)) {
        const model::SkillNeed need{.skill = skill, .level = 2};
        EXPECT_EQ(common(open.within_limits(id), open.certified(id, need)),
                  of(plan::certified_hours(plant, hours, id, need)));
      }
    }
  }
}

}  // namespace
}  // namespace kilter::check
