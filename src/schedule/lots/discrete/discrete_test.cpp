#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "schedule/lots/discrete/count_program.hpp"
#include "schedule/lots/discrete/lot_bound.hpp"
#include "schedule/lots/discrete/slot_plan.hpp"
#include "schedule/lots/discrete/solve_discrete.hpp"

namespace kilter::schedule {
namespace {

DiscreteLotSizing random_lots(base::Random& random, Index items, Index periods, double load) {
  DiscreteLotSizing problem{.item_count = items, .period_count = periods};
  problem.demand.assign(std::size_t{items} * periods, 0);
  for (Index t = 0; t < periods; ++t) {
    if (!random.chance(load)) continue;
    problem.demand[random.below(items) * periods + t] = 1;
    if (t > periods / 2 && random.chance(0.2)) problem.demand[random.below(items) * periods + t] = 1;
  }
  for (Index item = 0; item < items; ++item) problem.stocking_cost.push_back(random.between(0, 6));
  for (Index i = 0; i < items * items; ++i) {
    problem.changeover.push_back(i % (items + 1) == 0 ? 0 : random.between(0, 40));
  }
  return problem;
}

// Every plan there is.
std::int64_t best_of_all(const DiscreteLotSizing& problem, std::vector<Index>& made, Index t) {
  if (t == problem.period_count) return discrete_lot_cost(problem, made);
  std::int64_t best = SlotPlan::kForbidden;
  for (Index item = 0; item <= problem.item_count; ++item) {
    made[t] = item == problem.item_count ? kNone : item;
    best = std::min(best, best_of_all(problem, made, t + 1));
  }
  return best;
}

TEST(DiscreteLots, DeltasAreThoseOfTheSlowTwin) {
  base::Random random(31);
  for (int round = 0; round < 60; ++round) {
    const auto periods = static_cast<Index>(random.between(2, 20));
    const DiscreteLotSizing problem = random_lots(random, static_cast<Index>(random.between(1, 5)), periods, 0.6);
    const std::vector<Index> start = first_slots(problem);
    if (start.empty()) continue;
    SlotPlan plan(problem, start);
    for (int step = 0; step < 200; ++step) {
      const Index a = random.below(periods);
      const Index b = random.below(periods);
      if (a == b) continue;
      std::vector<Index> with = plan.made();
      const bool swaps = random.chance(0.5);
      if (swaps) {
        std::swap(with[a], with[b]);
      } else {
        const Index item = with[a];
        with.erase(with.begin() + a);
        with.insert(with.begin() + b, item);
      }
      const std::int64_t delta = swaps ? plan.swap_delta(a, b) : plan.insert_delta(a, b);
      const std::int64_t expected = discrete_lot_cost(problem, with);
      if (delta == SlotPlan::kForbidden) {
        ASSERT_TRUE(!swaps || expected == SlotPlan::kForbidden) << "round " << round << " step " << step;
        continue;
      }
      ASSERT_EQ(plan.cost() + delta, expected) << "round " << round << " step " << step;
      if (swaps) {
        plan.swap(a, b, delta);
      } else {
        plan.insert(a, b, delta);
      }
      ASSERT_EQ(plan.made(), with);
    }
  }
}

TEST(DiscreteLots, FindsTheOptimumOfTinyProblemsAndNeverProvesMore) {
  base::Random random(32);
  int feasible = 0;
  for (int round = 0; round < 60; ++round) {
    const DiscreteLotSizing problem =
        random_lots(random, static_cast<Index>(random.between(1, 3)), static_cast<Index>(random.between(2, 7)), 0.7);
    std::vector<Index> made(problem.period_count);
    const std::int64_t best = best_of_all(problem, made, 0);
    const DiscreteLotAnswer answer = solve(problem, {.epochs = 1});
    ASSERT_EQ(answer.feasible, best < SlotPlan::kForbidden) << "round " << round;
    if (!answer.feasible) continue;
    ++feasible;
    EXPECT_EQ(answer.account.objective, best) << "round " << round;
    EXPECT_EQ(discrete_lot_cost(problem, answer.made), best) << "round " << round;
    EXPECT_EQ(answer.account.lower_bound, best) << "round " << round;
  }
  EXPECT_GT(feasible, 40);
}

TEST(DiscreteLots, TheCountProgramIsExact) {
  base::Random random(35);
  for (int round = 0; round < 200; ++round) {
    const DiscreteLotSizing problem =
        random_lots(random, static_cast<Index>(random.between(1, 3)), static_cast<Index>(random.between(1, 6)), 0.7);
    std::vector<Index> made(problem.period_count);
    const std::int64_t best = best_of_all(problem, made, 0);
    EXPECT_EQ(least_lot_cost(problem, 1'000'000), best) << "round " << round;
    EXPECT_FALSE(least_lot_cost(problem, 0).has_value());
    EXPECT_LE(discrete_lot_bound(problem, 0), best) << "round " << round;
  }
}

TEST(DiscreteLots, TheBoundOfManyItemsIsBelowAPlan) {
  base::Random random(33);
  const DiscreteLotSizing problem = random_lots(random, 18, 80, 0.8);
  const DiscreteLotAnswer answer = solve(problem, {.epochs = 2});
  ASSERT_TRUE(answer.feasible);
  EXPECT_LE(answer.account.lower_bound, answer.account.objective);
  EXPECT_GT(answer.account.lower_bound, 0);
}

TEST(DiscreteLots, TheSameSeedThreadsAndEpochsGiveTheSamePlan) {
  base::Random random(34);
  const DiscreteLotSizing problem = random_lots(random, 5, 40, 0.7);
  for (const unsigned threads : {1U, 2U}) {
    const SolveOptions options{.epochs = 3, .seed = 4, .threads = threads};
    EXPECT_EQ(solve(problem, options).made, solve(problem, options).made);
  }
}

}  // namespace
}  // namespace kilter::schedule
