#include "schedule/timing/calendar_cache.hpp"

#include <gtest/gtest.h>

namespace kilter::schedule {
namespace {

using time::WorkingCalendar;

Problem calendars() {
  Problem problem;
  problem.calendars.push_back(WorkingCalendar::always(0, 100));
  problem.calendars.push_back(WorkingCalendar({{.open = 10, .close = 30}, {.open = 50, .close = 70}}));
  problem.calendars.push_back(WorkingCalendar({{.open = 20, .close = 60}}));
  problem.calendars.push_back(WorkingCalendar({{.open = 20, .close = 30}, {.open = 50, .close = 60}}));
  problem.calendars.push_back(WorkingCalendar({{.open = 0, .close = 25}, {.open = 55, .close = 90}}));
  return problem;
}

TEST(CalendarCache, IntersectionsThatAreKnownGetNoNewIndex) {
  const Problem problem = calendars();
  CalendarCache cache(problem);
  EXPECT_EQ(cache.combine(0, 1), 1U);
  EXPECT_EQ(cache.combine(1, 0), 1U);
  EXPECT_EQ(cache.combine(2, 2), 2U);
  EXPECT_EQ(cache.combine(kNone, 2), 2U);
  EXPECT_EQ(cache.combine(1, 2), 3U);  // by content
}

TEST(CalendarCache, NewIntersectionsAreMadeOnce) {
  const Problem problem = calendars();
  CalendarCache cache(problem);
  const Index both = cache.combine(1, 4);
  EXPECT_GE(both, problem.calendars.size());
  EXPECT_EQ(cache[both], WorkingCalendar({{.open = 10, .close = 25}, {.open = 55, .close = 70}}));
  EXPECT_EQ(cache.combine(4, 1), both);
  EXPECT_EQ(cache.combine(both, 1), both);
}

}  // namespace
}  // namespace kilter::schedule
