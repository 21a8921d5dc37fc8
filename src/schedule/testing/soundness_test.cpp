#include "schedule/testing/soundness.hpp"

#include <gtest/gtest.h>

namespace kilter::schedule {
namespace {

// A slice of what bench/schedule/random_problems.cpp runs by the thousand.
TEST(Soundness, OfEveryAnswerToRandomProblems) {
  std::uint64_t schedules = 0;
  std::uint64_t placed = 0;
  std::uint64_t operations = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const Soundness found = try_everything(seed, 1, 100);
    ASSERT_TRUE(found.faults.empty()) << "seed " << seed << ": " << found.faults.front();
    schedules += found.schedules;
    operations += found.operations;
    placed += found.operations - found.unplaced;
  }
  EXPECT_GT(schedules, 120U * 6);
  EXPECT_GT(placed * 10, operations * 8);
}

}  // namespace
}  // namespace kilter::schedule
