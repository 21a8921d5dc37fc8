#include "codec/text/human.hpp"

#include <gtest/gtest.h>

namespace kilter::codec {
namespace {

TEST(Human, Moments) {
  const time::Instant monday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(5);
  const time::CivilText civil = time::CivilText::in_zone(time::Frame(monday), "Europe/Vienna").value();
  EXPECT_EQ(human_moment(civil, 86400 + 8 * 3600 + 30 * 60), "Tue 24 Nov 14:30");
  EXPECT_EQ(human_day(civil, -7 * 3600), "Sun 22 Nov");
  EXPECT_EQ(human_moment(civil, time::kNever), "never");
}

TEST(Human, MoneyAndQuantities) {
  EXPECT_EQ(human_money(base::Money::minor(123'456'789)), "1,234,567.89");
  EXPECT_EQ(human_money(base::Money::minor(-5)), "-0.05");
  EXPECT_EQ(human_quantity(base::Quantity::micros(1'234'500'000)), "1,234.5");
  EXPECT_EQ(human_quantity(base::Quantity::units(40)), "40");
  EXPECT_EQ(human_quantity(base::Quantity::micros(51'535'767)), "51.54");
  EXPECT_EQ(human_quantity(base::Quantity::micros(-1'250'000)), "-1.25");
  EXPECT_EQ(human_quantity(base::Quantity::micros(12'345)), "0.0123");
  EXPECT_EQ(human_quantity(base::Quantity::micros(999'999)), "1");
  EXPECT_EQ(human_quantity(base::Quantity::micros(1)), "0.000001");
  EXPECT_EQ(human_count(999), "999");
}

TEST(Human, Durations) {
  EXPECT_EQ(human_duration(0), "0 min");
  EXPECT_EQ(human_duration(1), "1 min");
  EXPECT_EQ(human_duration(5 * 3600 + 600), "5 h 10 min");
  EXPECT_EQ(human_duration(-(2 * 86400 + 3 * 3600)), "-2 d 3 h");
  EXPECT_EQ(human_duration(7200), "2 h");
}

}  // namespace
}  // namespace kilter::codec
