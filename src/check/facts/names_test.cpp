#include "check/facts/names.hpp"

#include <gtest/gtest.h>

namespace kilter::check {
namespace {

TEST(Names, DecimalsAreExactAndShort) {
  EXPECT_EQ(decimal(0), "0");
  EXPECT_EQ(decimal(40'000'000), "40");
  EXPECT_EQ(decimal(1'500'000), "1.5");
  EXPECT_EQ(decimal(1), "0.000001");
  EXPECT_EQ(decimal(-250'000), "-0.25");
}

TEST(Names, DurationsReadLikeThoseOfThePlantFolder) {
  EXPECT_EQ(text(std::chrono::seconds(0)), "0s");
  EXPECT_EQ(text(std::chrono::seconds(9'045)), "2h 30m 45s");
  EXPECT_EQ(text(std::chrono::seconds(86'400)), "1d");
  EXPECT_EQ(text(std::chrono::seconds(-90)), "-1m 30s");
}

TEST(Names, TimesAreLocalAndMoneyHasCents) {
  model::Plant plant;
  plant.policy.zone = "Europe/Berlin";
  plant.policy.currency = "EUR";
  plant.frame = time::Frame(std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(5));
  const plan::Plan plan;
  const Names names(plant, plan);
  EXPECT_EQ(names.when(0), "Mon 2026-11-23 06:00");
  EXPECT_EQ(names.when(3'661), "Mon 2026-11-23 07:01:01");
  EXPECT_EQ(names.when(time::kNever), "never");
  EXPECT_EQ(names.money(base::Money::minor(-123'405)), "-1234.05 EUR");
}

}  // namespace
}  // namespace kilter::check
