#include "plan/better.hpp"

#include <gtest/gtest.h>

namespace kilter::plan {
namespace {

Objective of(std::uint32_t violations, std::uint32_t unplanned, std::int64_t cents) {
  Objective objective{.violations = violations, .parts = {}};
  objective.unplanned = unplanned;
  objective.parts.front() = Money::minor(cents);
  return objective;
}

TEST(Better, HardPartsComeBeforeMoney) {
  EXPECT_TRUE(better(of(0, 0, 25'000), of(0, 1, 7'000))) << "leaving out looks cheaper than delivering very late";
  EXPECT_FALSE(better(of(0, 1, 7'000), of(0, 0, 25'000)));
  EXPECT_TRUE(better(of(0, 3, 9'000), of(1, 0, 7'000)));
  EXPECT_TRUE(better(of(0, 1, 6'999), of(0, 1, 7'000)));
  EXPECT_FALSE(better(of(0, 1, 7'000), of(0, 1, 7'000)));
}

}  // namespace
}  // namespace kilter::plan
