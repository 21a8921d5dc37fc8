// The searches with every kept move compared with its slow twin.
#include <gtest/gtest.h>

#include "base/assertions.hpp"
#include "base/random.hpp"
#include "schedule/graph/shop_graph_twin.hpp"
#include "schedule/search.hpp"
#include "schedule/solve.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

Problem random_shop(std::uint64_t seed) { return plain_shop(seed, {.operations = 20, .machines = 3}); }

TEST(Twins, AgreeWithEveryMoveOfTheGeneralSearch) {
  const base::ScopedAssertions twins(base::Assertions::twins);
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Problem problem = random_problem(seed, {.operations = 16, .timed_costs = seed % 2 == 0});
    const Solution start = dispatch(problem, {});
    const Solution found = improve(problem, start, {.steps = 1500, .seed = seed});
    EXPECT_FALSE(start.score.better_than(found.score)) << "seed " << seed;
  }
}

TEST(Twins, AgreeWithEveryMoveOfBatches) {
  const base::ScopedAssertions twins(base::Assertions::twins);
  int together = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Mix mix{.operations = 20, .setup_ahead = seed % 5 == 0, .timed_costs = seed % 2 == 0, .batches = true};
    const Problem problem = random_problem(seed, mix);
    const Solution start = dispatch(problem, {});
    const Solution found = improve(problem, start, {.steps = 1500, .seed = seed});
    EXPECT_TRUE(violations(problem, found).empty()) << "seed " << seed << violations(problem, found).front();
    EXPECT_FALSE(start.score.better_than(found.score)) << "seed " << seed;
    for (const auto joins : found.joins) together += joins;
  }
  EXPECT_GT(together, 15);
}

TEST(Twins, AgreeWithEveryMoveOfTheShopSearches) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Problem problem = random_shop(seed);
    const ShopAnswer without = solve(problem, {.epochs = 1, .seed = seed});
    const base::ScopedAssertions twins(base::Assertions::twins);
    EXPECT_EQ(solve(problem, {.epochs = 1, .seed = seed}).solution.start, without.solution.start) << "seed " << seed;
  }
}

TEST(Twins, NameWhatDiffers) {
  const Problem problem = random_shop(1);
  const Shop shop(problem);
  ShopGraph graph(shop);
  graph.load(dispatch(problem, {}));
  graph.sweep_ends(0);
  EXPECT_TRUE(differences_to_twin(graph, Timed::ends).empty());
  const auto found = differences_to_twin(graph, Timed::ends_and_tails);
  ASSERT_FALSE(found.empty());
  EXPECT_NE(found.front().find(": tail 0, by its twin "), std::string::npos) << found.front();
}

}  // namespace
}  // namespace kilter::schedule
