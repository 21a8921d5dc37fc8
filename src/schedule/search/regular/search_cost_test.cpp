#include "schedule/search/regular/search_cost.hpp"

#include <gtest/gtest.h>

#include "schedule/search.hpp"
#include "schedule/testing/brute_force.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

Problem random_shop(std::uint64_t seed, Index operations) {
  return plain_shop(seed, {.operations = operations, .machines = 3});
}

TEST(SearchCost, FindsTheOptimumOfTinyShops) {
  int taken = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Problem problem = random_shop(seed, 5);
    const Solution start = dispatch(problem, {});
    if (!search_cost_fits(problem, start)) continue;
    ++taken;
    Account account;
    const Solution found = search_cost(problem, start, {.epochs = 1, .seed = seed}, account);
    ASSERT_EQ(found.score.total(), brute_force(problem).score.total()) << "seed " << seed;
    ASSERT_TRUE(violations(problem, found).empty()) << "seed " << seed << ": " << violations(problem, found).front();
  }
  EXPECT_GT(taken, 120);
}

TEST(SearchCost, IsNeverWorseAndBreaksNoRule) {
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Problem problem = random_shop(seed, 60);
    const Solution start = dispatch(problem, {});
    ASSERT_TRUE(search_cost_fits(problem, start)) << "seed " << seed;
    Account account;
    const Solution found = search_cost(problem, start, {.epochs = 1, .seed = seed}, account);
    ASSERT_TRUE(violations(problem, found).empty()) << "seed " << seed << ": " << violations(problem, found).front();
    ASSERT_FALSE(start.score.better_than(found.score)) << "seed " << seed;
    better += found.score.better_than(start.score) ? 1 : 0;
  }
  EXPECT_GT(better, 25);
}

TEST(SearchCost, ReplaysForTheSameSeedThreadsAndEpochs) {
  const Problem problem = random_shop(7, 80);
  const Solution start = dispatch(problem, {});
  for (const unsigned threads : {1U, 3U}) {
    Account one_account;
    Account two_account;
    const SolveOptions options{.epochs = 3, .seed = 5, .threads = threads};
    const Solution one = search_cost(problem, start, options, one_account);
    const Solution two = search_cost(problem, start, options, two_account);
    EXPECT_EQ(one.order, two.order);
    EXPECT_EQ(one.mode, two.mode);
    EXPECT_EQ(one_account.epochs, two_account.epochs);
  }
}

TEST(SearchCost, LeavesOtherProblemsAlone) {
  const Problem with_people = random_problem(1, {.operations = 10});
  EXPECT_FALSE(search_cost_fits(with_people, dispatch(with_people, {})));
  Problem problem = random_shop(1, 10);
  EXPECT_TRUE(search_cost_fits(problem, dispatch(problem, {})));
  problem.horizon = 1;
  EXPECT_FALSE(search_cost_fits(problem, dispatch(problem, {})));
}

}  // namespace
}  // namespace kilter::schedule
