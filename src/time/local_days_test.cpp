#include "time/local_days.hpp"

#include <gtest/gtest.h>

namespace kilter::time {
namespace {

constexpr Tick kHour = 3'600;
constexpr Tick kDay = 24 * kHour;

// `count` days from tick 0, which is a midnight of `first_weekday`; day `short_day` has 23 hours.
LocalDays days(std::size_t count, int first_weekday, std::size_t short_day) {
  std::vector<Tick> midnights = {0};
  while (midnights.size() < count) {
    midnights.push_back(midnights.back() + kDay - (midnights.size() - 1 == short_day ? kHour : 0));
  }
  return {midnights, first_weekday};
}

TEST(LocalDays, ADayOf23HoursEndsAnHourEarlier) {
  const LocalDays calendar = days(20, 0, 6);
  EXPECT_EQ(calendar.day_of(6 * kDay), 6U);
  EXPECT_EQ(calendar.day_of(7 * kDay - kHour - 1), 6U);
  EXPECT_EQ(calendar.day_of(7 * kDay - kHour), 7U);
  EXPECT_EQ(calendar.weekday(6), 6);
  EXPECT_EQ(calendar.week_start(8 * kDay), 7 * kDay - kHour);
}

TEST(LocalDays, WeeksBeginOnMondayWhateverTheFirstDayIs) {
  for (int first = 0; first < 7; ++first) {
    const LocalDays calendar = days(30, first, 99);
    for (std::size_t day = 0; day < 30; ++day) {
      const Tick t = calendar.start_of(day) + 5 * kHour;
      std::size_t monday = day;
      while (monday > 0 && calendar.weekday(monday) != 0) --monday;
      ASSERT_EQ(calendar.week_start(t), calendar.start_of(monday)) << first << ", " << day;
      std::size_t next = day + 1;
      while (next < 30 && calendar.weekday(next) != 0) ++next;
      ASSERT_EQ(calendar.next_week_start(t), next < 30 ? calendar.start_of(next) : kNever) << first << ", " << day;
    }
  }
}

TEST(LocalDays, TimesOutsideBelongToTheNearestDay) {
  const LocalDays calendar = days(3, 2, 99);
  EXPECT_EQ(calendar.day_of(-5), 0U);
  EXPECT_EQ(calendar.day_of(100 * kDay), 2U);
}

}  // namespace
}  // namespace kilter::time
