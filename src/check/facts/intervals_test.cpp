#include "check/facts/intervals.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace kilter::check {
namespace {

TEST(Intervals, MergeDropsEmptyAndJoinsTouching) {
  EXPECT_EQ(merged({{30, 40}, {0, 10}, {10, 20}, {15, 18}, {50, 50}}), (Intervals{{0, 20}, {30, 40}}));
}

TEST(Intervals, CommonWithoutAndClipped) {
  const Intervals a{{0, 10}, {20, 30}, {40, 50}};
  const Intervals b{{5, 25}, {28, 29}, {50, 60}};
  EXPECT_EQ(common(a, b), (Intervals{{5, 10}, {20, 25}, {28, 29}}));
  EXPECT_EQ(without(a, b), (Intervals{{0, 5}, {25, 28}, {29, 30}, {40, 50}}));
  EXPECT_EQ(clipped(a, 5, 41), (Intervals{{5, 10}, {20, 30}, {40, 41}}));
  EXPECT_TRUE(clipped(a, 10, 20).empty());
}

TEST(Intervals, WorkIsCountedOverGaps) {
  const Intervals a{{0, 10}, {20, 30}};
  EXPECT_EQ(total(a), 20);
  EXPECT_EQ(after_work(a, 0), 0);
  EXPECT_EQ(after_work(a, 10), 10);
  EXPECT_EQ(after_work(a, 11), 21);
  EXPECT_EQ(after_work(a, 21), time::kNever);
  EXPECT_TRUE(open_at(a, 9));
  EXPECT_FALSE(open_at(a, 10));
}

// Against membership of every single tick.
TEST(Intervals, AgreeWithTicksOneByOne) {
  base::Random random(7);
  for (int round = 0; round < 300; ++round) {
    const auto some = [&] {
      Intervals raw;
      for (int i = 0; i < 5; ++i) {
        const auto open = static_cast<Tick>(random.between(0, 60));
        raw.push_back({.open = open, .close = open + static_cast<Tick>(random.between(0, 15))});
      }
      return merged(raw);
    };
    const Intervals a = some();
    const Intervals b = some();
    for (Tick t = 0; t < 80; ++t) {
      EXPECT_EQ(open_at(common(a, b), t), open_at(a, t) && open_at(b, t));
      EXPECT_EQ(open_at(without(a, b), t), open_at(a, t) && !open_at(b, t));
      EXPECT_EQ(open_at(clipped(a, 20, 50), t), open_at(a, t) && t >= 20 && t < 50);
    }
  }
}

}  // namespace
}  // namespace kilter::check
