#include "schedule/epochs/epochs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace kilter::schedule {
namespace {

TEST(Epochs, EveryThreadWorksOnceAnEpochAndMergesSeeAllOfIt) {
  std::vector<std::uint64_t> worked(3, 0);
  std::vector<std::uint64_t> merged;
  const EpochCount count = run_epochs(
      3, {.epochs = 50}, [&](unsigned thread, std::uint64_t epoch, const Halt&) { worked[thread] = epoch + 1; },
      [&](std::uint64_t epoch, double) {
        EXPECT_EQ(worked, std::vector<std::uint64_t>(3, epoch + 1));
        merged.push_back(epoch);
        return true;
      });
  EXPECT_EQ(count.epochs, 50U);
  ASSERT_EQ(merged.size(), 50U);
  EXPECT_TRUE(std::is_sorted(merged.begin(), merged.end()));
}

TEST(Epochs, AMergeThatIsDoneEndsTheSearch) {
  const EpochCount count = run_epochs(
      2, {.epochs = 50}, [](unsigned, std::uint64_t, const Halt&) {},
      [](std::uint64_t epoch, double) { return epoch < 4; });
  EXPECT_EQ(count.epochs, 5U);
}

TEST(Epochs, AnEpochCutShortIsNotMerged) {
  std::atomic<bool> cancel = false;
  std::uint64_t merges = 0;
  const EpochCount count = run_epochs(
      2, {.seconds = 1000, .cancel = &cancel},
      [&](unsigned thread, std::uint64_t epoch, const Halt& halt) {
        if (epoch < 3) return;
        if (thread == 0) cancel = true;
        while (!halt.asked()) continue;
      },
      [&](std::uint64_t, double) {
        ++merges;
        return true;
      });
  EXPECT_EQ(count.epochs, 3U);
  EXPECT_EQ(merges, 3U);
}

TEST(Epochs, WithoutTimeNothingRuns) {
  const EpochCount count = run_epochs(
      1, {.seconds = 0}, [](unsigned, std::uint64_t, const Halt&) { FAIL(); },
      [](std::uint64_t, double) { return true; });
  EXPECT_EQ(count.epochs, 0U);
}

}  // namespace
}  // namespace kilter::schedule
