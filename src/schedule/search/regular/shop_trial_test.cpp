#include "schedule/search/regular/shop_trial.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "schedule/search.hpp"
#include "schedule/search/regular/job_tails.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

Problem random_shop(std::uint64_t seed, bool setups = true) {
  return plain_shop(seed, {.operations = 14, .setups = setups});
}

Insertion random_insertion(const ShopGraph& graph, base::Random& random) {
  const Shop& shop = graph.shop();
  Insertion move{.operation = random.below(shop.count())};
  const Index ways = shop.end_of_alternatives(move.operation) - shop.first_alternative(move.operation);
  move.alternative = shop.first_alternative(move.operation) + random.below(ways);
  std::vector<Index> places{shop.count()};
  for (Index x = graph.first_on(shop.alternative(move.alternative).lane); x != shop.count(); x = graph.node(x).next) {
    if (x != move.operation) places.push_back(x);
  }
  move.after = places[random.below(static_cast<std::uint32_t>(places.size()))];
  return move;
}

// What was evaluated is what the slow twin finds once the move is made, and evaluating leaves no trace.
TEST(ShopTrial, EvaluatesExactly) {
  int possible = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const Problem problem = random_shop(seed);
    const Shop shop(problem);
    const RegularCost objective(shop);
    ShopTrial trial(shop, objective);
    trial.load(dispatch(problem, {}));
    base::Random random(seed);
    for (int step = 0; step < 30; ++step) {
      const Insertion move = random_insertion(trial.graph(), random);
      const std::vector<Tick> ends(trial.ends().begin(), trial.ends().end());
      const Cost cost = trial.evaluate(move);
      ASSERT_EQ(ends, std::vector<Tick>(trial.ends().begin(), trial.ends().end())) << "seed " << seed;
      const bool made = cost != ShopTrial::kImpossible;
      ASSERT_TRUE(trial.make(move) == made) << "seed " << seed;
      if (!made) continue;
      ++possible;
      const Solution slow = retime_slow(problem, trial.graph().to_solution());
      ASSERT_EQ(slow.score.unplaced, 0) << "seed " << seed;
      ASSERT_EQ(slow.score.total(), cost) << "seed " << seed;
      ASSERT_EQ(trial.cost(), cost) << "seed " << seed;
    }
  }
  EXPECT_GT(possible, 5'000);
}

// When neighbours on a lane change places, every path through them is estimated exactly; only others can be longer. (A
// setup that becomes shorter also shortens paths that do not run through them.)
TEST(JobTails, NeverOverestimateAnExchangeOfNeighbours) {
  int exact = 0;
  int swaps = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const Problem problem = random_shop(seed, false);
    const Shop shop(problem);
    const RegularCost objective(shop);
    ShopTrial trial(shop, objective);
    trial.load(dispatch(problem, {}));
    JobTails tails(trial);
    std::vector<Index> jobs(objective.job_count());
    for (Index job = 0; job < jobs.size(); ++job) jobs[job] = job;
    tails.track(jobs);
    base::Random random(seed);
    for (int step = 0; step < 20; ++step) {
      tails.sweep();
      for (Index op = 0; op < shop.count(); ++op) {
        const Index next = trial.graph().node(op).next;
        if (next == shop.count()) continue;
        const Insertion move{op, trial.graph().node(op).alternative, next};
        const Cost cost = trial.evaluate(move);
        if (cost == ShopTrial::kImpossible) continue;
        const Cost prices = objective.has_prices() ? objective.prices(trial.graph()) : 0;
        const auto estimate = static_cast<Cost>(tails.estimate(move)) + prices;
        ASSERT_LE(estimate, cost) << "seed " << seed << " operation " << op;
        exact += estimate == cost ? 1 : 0;
        ++swaps;
      }
      trial.make(random_insertion(trial.graph(), random));
    }
  }
  EXPECT_GT(exact, swaps / 2);
}

}  // namespace
}  // namespace kilter::schedule
