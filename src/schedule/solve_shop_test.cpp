#include <gtest/gtest.h>

#include <atomic>

#include "schedule/search.hpp"
#include "schedule/solve.hpp"
#include "schedule/testing/brute_force.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

TEST(SolveShop, KeepsEveryRuleAndIsNoWorseThanTheFirstSchedule) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Problem problem = random_problem(seed, {.operations = 15, .setup_ahead = seed % 3 == 0});
    const ShopAnswer answer = solve(problem, {.epochs = 1, .seed = seed});
    const std::vector<std::string> wrong = violations(problem, answer.solution);
    ASSERT_TRUE(wrong.empty()) << "seed " << seed << ": " << wrong.front();
    ASSERT_FALSE(construct(problem).score.better_than(answer.solution.score)) << "seed " << seed;
    EXPECT_EQ(answer.account.objective, answer.solution.score.total());
    EXPECT_LE(answer.account.seconds_to_best, answer.account.seconds);
  }
}

TEST(SolveShop, NeverProvesMoreThanTheOptimum) {
  const Mix mix{.operations = 4, .machines = 2, .people = 2, .slots = false, .maximum_lags = false, .fixed = false};
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Problem problem = random_problem(seed, mix);
    const Solution best = brute_force(problem);
    const ShopAnswer answer = solve(problem, {.epochs = 1, .seed = seed});
    EXPECT_FALSE(answer.solution.score.better_than(best.score)) << "seed " << seed;
    if (best.score.unplaced > 0) continue;
    EXPECT_LE(answer.account.lower_bound, best.score.total()) << "seed " << seed;
  }
}

TEST(SolveShop, StopsWhenTheBoundIsMet) {
  Problem problem = random_problem(5, {.operations = 30, .calendars = false, .fixed = false});
  for (Job& job : problem.jobs) job.due = 10'000;
  for (Mode& mode : problem.modes) mode.cost = 0;
  for (Lane& lane : problem.lanes) lane.cost_per_second = 0;
  for (SetupMatrix& matrix : problem.setup_matrices) matrix.cost.assign(matrix.cost.size(), 0);
  const ShopAnswer answer = solve(problem, {.seconds = 1000});
  EXPECT_EQ(answer.account.objective, 0);
  EXPECT_EQ(answer.account.lower_bound, 0);
}

TEST(SolveShop, TheSameEpochsGiveTheSameSchedule) {
  const Problem problem = random_problem(5, {.operations = 30});
  for (const unsigned threads : {1U, 2U}) {
    const SolveOptions options{.epochs = 2, .seed = 9, .threads = threads};
    const ShopAnswer one = solve(problem, options);
    const ShopAnswer two = solve(problem, options);
    EXPECT_EQ(one.solution.start, two.solution.start);
    EXPECT_EQ(one.solution.lane, two.solution.lane);
    EXPECT_EQ(one.account.epochs, two.account.epochs);
  }
}

TEST(SolveShop, CancelledOrWithoutTimeItStillHasTheFirstSchedule) {
  const Problem problem = random_problem(11, {.operations = 40});
  const std::atomic<bool> cancel = true;
  const Solution first = construct(problem);
  for (const SolveOptions& options : {SolveOptions{.seconds = 0}, SolveOptions{.seconds = 60, .cancel = &cancel}}) {
    const ShopAnswer answer = solve(problem, options);
    EXPECT_FALSE(first.score.better_than(answer.solution.score));
    EXPECT_TRUE(violations(problem, answer.solution).empty());
  }
}

TEST(SolveShop, ReportsEachBetterObjective) {
  const Problem problem = random_problem(5, {.operations = 30});
  std::vector<std::int64_t> told;
  SolveOptions options{.epochs = 1};
  options.progress = [&told](std::int64_t objective, double) { told.push_back(objective); };
  const ShopAnswer answer = solve(problem, options);
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back(), answer.account.objective);
}

}  // namespace
}  // namespace kilter::schedule
