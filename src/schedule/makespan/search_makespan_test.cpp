#include "schedule/makespan/search_makespan.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "schedule/graph/shop.hpp"
#include "schedule/search.hpp"
#include "schedule/testing/brute_force.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

// A random shop whose makespan alone counts; setups every third time ahead of, every third time after waiting.
Problem random_shop(std::uint64_t seed, Index operations, Index machines) {
  Problem problem = plain_shop(seed, {.operations = operations, .machines = machines});
  for (Mode& mode : problem.modes) mode.cost = 0;
  for (SetupMatrix& matrix : problem.setup_matrices) matrix.cost.assign(matrix.cost.size(), 0);
  problem.jobs.assign(1, {.due = 0, .late_per_second = 1});
  problem.serves.assign(problem.operation_count, 0);
  problem.closing.resize(problem.operation_count);
  for (Index op = 0; op < problem.operation_count; ++op) problem.closing[op] = op;
  problem.closing_begin = {0, problem.operation_count};
  return problem;
}

TEST(SearchMakespan, IsExactAndNeverWorse) {
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Problem problem = random_shop(seed, 60, 5);
    ASSERT_TRUE(Shop::fits(problem) && counts_makespan_only(problem));
    const Solution start = dispatch(problem, {});
    Account account;
    const Solution found = search_makespan(problem, start, {.epochs = 1, .seed = seed}, account);
    const auto faults = violations(problem, found);
    ASSERT_TRUE(faults.empty()) << "seed " << seed << ": " << faults.front();
    ASSERT_EQ(found.score.total(), account.objective) << "seed " << seed;
    ASSERT_LE(found.score.total(), start.score.total()) << "seed " << seed;
    better += found.score.better_than(start.score) ? 1 : 0;
  }
  EXPECT_GT(better, 3);
}

TEST(SearchMakespan, FindsTheOptimumOfTinyShops) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Problem problem = random_shop(seed, 5, 2);
    const Solution best = brute_force(problem);
    Account account{.lower_bound = best.score.total()};
    const Solution found = search_makespan(problem, dispatch(problem, {}), {.epochs = 4, .seed = seed}, account);
    EXPECT_EQ(found.score.total(), best.score.total()) << "seed " << seed;
  }
}

TEST(SearchMakespan, SameSeedThreadsAndEpochsGiveTheSameSchedule) {
  const Problem problem = random_shop(4, 80, 5);
  const Solution start = dispatch(problem, {});
  Account account;
  for (const unsigned threads : {1U, 3U}) {
    const SolveOptions options{.epochs = 2, .seed = 7, .threads = threads};
    const Solution one = search_makespan(problem, start, options, account);
    const Solution two = search_makespan(problem, start, options, account);
    EXPECT_EQ(one.start, two.start);
    EXPECT_EQ(one.order, two.order);
    EXPECT_EQ(account.epochs, 2U);
  }
}

TEST(SearchMakespan, StopsAtTheLowerBoundAndWhenCancelled) {
  const Problem problem = random_shop(4, 80, 5);
  const Solution start = dispatch(problem, {});
  Account account;
  const Solution found = search_makespan(problem, start, {.epochs = 1}, account);
  Account bounded{.lower_bound = found.score.total()};
  EXPECT_EQ(search_makespan(problem, start, {.seconds = 1000}, bounded).score.total(), found.score.total());
  const std::atomic<bool> cancel = true;
  EXPECT_EQ(search_makespan(problem, start, {.seconds = 1000, .cancel = &cancel}, account).start, start.start);
}

TEST(SearchMakespan, KnowsWhenTheMakespanIsNotAllThatCounts) {
  const Problem plain = random_shop(1, 12, 3);
  EXPECT_TRUE(counts_makespan_only(plain));
  Problem problem = plain;
  problem.modes[0].cost = 1;
  EXPECT_FALSE(counts_makespan_only(problem));
  problem = plain;
  problem.jobs[0].due = 3;
  EXPECT_FALSE(counts_makespan_only(problem));
  problem = plain;
  problem.closing.clear();
  problem.closing_begin = {0, 0};
  EXPECT_FALSE(counts_makespan_only(problem));
}

}  // namespace
}  // namespace kilter::schedule
