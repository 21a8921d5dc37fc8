#include <gtest/gtest.h>

#include "base/random.hpp"
#include "schedule/lots/capacitated/lagrangian.hpp"
#include "schedule/lots/capacitated/lot_plan.hpp"
#include "schedule/lots/capacitated/solve_capacitated.hpp"

namespace kilter::schedule {
namespace {

LotSizing random_lots(base::Random& random, Index items, Index periods) {
  LotSizing problem{.item_count = items, .period_count = periods};
  problem.capacity = random.between(12, 25) * items * kLotUnit / 2;
  for (Index item = 0; item < items; ++item) {
    problem.items.push_back({.unit_time = random.between(1, 2) * kLotUnit,
                             .holding_cost = random.between(0, 4) * kLotUnit,
                             .setup_time = random.between(0, 3) * kLotUnit,
                             .setup_cost = random.between(0, 30) * kLotUnit});
  }
  for (Index i = 0; i < items * periods; ++i) {
    problem.demand.push_back(random.chance(0.3) ? 0 : random.between(1, 6) * kLotUnit);
  }
  return problem;
}

// Every plan in whole units; -1: none. `most`: what may be made at once.
class EveryPlan {
 public:
  explicit EveryPlan(const LotSizing& problem) : problem_(problem), made_(problem.demand.size(), 0) {}
  std::int64_t least(std::size_t at = 0) {
    if (at == made_.size()) return lot_cost(problem_, made_);
    std::int64_t best = -1;
    std::int64_t open = 0;  // demand of the item from here on is the most that makes sense
    for (std::size_t i = at; i < made_.size(); i += problem_.item_count) open += problem_.demand[i];
    for (std::int64_t units = 0; units <= open; units += kLotUnit) {
      made_[at] = units;
      const std::int64_t cost = least(at + 1);
      if (cost >= 0 && (best < 0 || cost < best)) best = cost;
    }
    return best;
  }

 private:
  const LotSizing& problem_;
  std::vector<std::int64_t> made_;
};

TEST(CapacitatedLots, PlansHoldAndTheBoundIsNeverAboveTheBest) {
  base::Random random(41);
  int solved = 0;
  int equal = 0;
  for (int round = 0; round < 60; ++round) {
    const auto items = static_cast<Index>(random.between(1, 2));
    const LotSizing problem = random_lots(random, items, items == 1 ? 4 : 2);
    const std::int64_t best = EveryPlan(problem).least();
    const LotAnswer answer = solve(problem, {.epochs = 1});
    EXPECT_TRUE(best < 0 || answer.account.lower_bound <= best) << "round " << round;
    if (!answer.feasible) continue;
    ++solved;
    EXPECT_EQ(lot_cost(problem, answer.made), answer.account.objective) << "round " << round;
    EXPECT_LE(answer.account.lower_bound, answer.account.objective) << "round " << round;
    if (answer.account.objective <= best) ++equal;
  }
  EXPECT_GT(solved, 30);
  EXPECT_GT(equal, solved * 8 / 10);
}

TEST(CapacitatedLots, DecodedCostsAreThoseOfTheSlowTwin) {
  base::Random random(42);
  int complete = 0;
  for (int round = 0; round < 300; ++round) {
    const LotSizing problem =
        random_lots(random, static_cast<Index>(random.between(1, 5)), static_cast<Index>(random.between(1, 8)));
    std::vector<std::uint8_t> may_make(problem.demand.size());
    for (std::uint8_t& may : may_make) may = random.chance(0.8) ? 1 : 0;
    LotDecoder decoder(problem);
    const LotPlan& plan = decoder.decode(may_make);
    if (plan.missing > 0) continue;
    ++complete;
    EXPECT_EQ(lot_cost(problem, plan.made), static_cast<std::int64_t>((plan.cost + kLotUnit - 1) / kLotUnit));
  }
  EXPECT_GT(complete, 50);
}

// Without a limit every item is planned alone: the relaxation is exact and the decoder makes its plan.
TEST(CapacitatedLots, WithoutALimitTheBoundIsMetAtOnce) {
  base::Random random(43);
  for (int round = 0; round < 50; ++round) {
    LotSizing problem = random_lots(random, 4, 9);
    problem.capacity = 100'000 * kLotUnit;
    const LotAnswer answer = solve(problem, {.epochs = 1});
    EXPECT_EQ(answer.account.objective, answer.account.lower_bound) << "round " << round;
    EXPECT_EQ(answer.account.epochs, 0U);
  }
}

TEST(CapacitatedLots, TheSameSeedThreadsAndEpochsGiveTheSamePlan) {
  base::Random random(44);
  const LotSizing problem = random_lots(random, 6, 12);
  for (const unsigned threads : {1U, 2U}) {
    const SolveOptions options{.epochs = 3, .seed = 4, .threads = threads};
    EXPECT_EQ(solve(problem, options).made, solve(problem, options).made);
  }
}

}  // namespace
}  // namespace kilter::schedule
