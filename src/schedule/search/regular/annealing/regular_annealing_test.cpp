#include "schedule/search/regular/annealing/regular_annealing.hpp"

#include <gtest/gtest.h>

#include "schedule/search.hpp"
#include "schedule/testing/brute_force.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

Problem random_shop(std::uint64_t seed, Index operations) {
  return plain_shop(seed, {.operations = operations, .machines = 3});
}

// Each draw is a move that the trial can take: evaluated like the slow twin counts it once it is made.
TEST(RandomMoves, AreEvaluatedExactly) {
  int made = 0;
  int exchanges = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    const Problem problem = random_shop(seed, 14);
    const Shop shop(problem);
    const RegularCost objective(shop);
    ShopTrial trial(shop, objective);
    trial.load(dispatch(problem, {}));
    RandomMoves moves(trial);
    base::Random random(seed);
    for (int step = 0; step < 60; ++step) {
      const auto move = moves.draw(random);
      if (move.empty()) continue;
      const std::vector<Tick> ends(trial.ends().begin(), trial.ends().end());
      const Cost cost = trial.evaluate(move);
      ASSERT_EQ(ends, std::vector<Tick>(trial.ends().begin(), trial.ends().end())) << "seed " << seed;
      ASSERT_EQ(trial.make(move), cost != ShopTrial::kImpossible) << "seed " << seed;
      if (cost == ShopTrial::kImpossible) continue;
      const Solution slow = retime_slow(problem, trial.graph().to_solution());
      ASSERT_EQ(slow.score.total(), cost) << "seed " << seed;
      ASSERT_EQ(trial.cost(), cost) << "seed " << seed;
      ++made;
      exchanges += move.size() == 2 ? 1 : 0;
    }
  }
  EXPECT_GT(made, 9'000);
  EXPECT_GT(exchanges, 100);
}

// Alone, from the first schedule, it finds the optimum of nearly every tiny shop, and never less.
TEST(RegularAnnealing, FindsTheOptimumOfMostTinyShops) {
  int optimal = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Problem problem = random_shop(seed, 5);
    const Shop shop(problem);
    const RegularCost objective(shop);
    ShopTrial trial(shop, objective);
    trial.load(dispatch(problem, {}));
    base::Random random(seed);
    RegularAnnealing annealing(trial, random);
    annealing.begin(3'000, 1.0);
    while (!annealing.done()) annealing.run(500);
    const Cost best = brute_force(problem).score.total();
    ASSERT_GE(annealing.best().cost, best) << "seed " << seed;
    optimal += annealing.best().cost == best ? 1 : 0;
  }
  EXPECT_GE(optimal, 57);
}

// The best is a schedule that can be loaded again and costs what it says.
TEST(RegularAnnealing, KeepsTheBestOfTheRun) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Problem problem = random_shop(seed, 40);
    const Shop shop(problem);
    const RegularCost objective(shop);
    ShopTrial trial(shop, objective);
    const Solution start = dispatch(problem, {});
    trial.load(start);
    base::Random random(seed);
    RegularAnnealing annealing(trial, random);
    annealing.begin(2'000, 0.5);
    annealing.run(2'000);
    EXPECT_LE(annealing.best().cost, start.score.total());
    ShopTrial again(shop, objective);
    again.load(annealing.best());
    EXPECT_EQ(again.cost(), annealing.best().cost);
    EXPECT_EQ(retime_slow(problem, again.graph().to_solution()).score.total(), annealing.best().cost);
  }
}

}  // namespace
}  // namespace kilter::schedule
