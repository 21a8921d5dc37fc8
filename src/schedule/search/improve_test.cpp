#include <gtest/gtest.h>

#include <atomic>

#include "schedule/search.hpp"
#include "schedule/testing/brute_force.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

TEST(Improve, IsExactAndNeverWorse) {
  std::int64_t better = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Problem problem = random_problem(seed, {.operations = 20, .setup_ahead = seed % 4 == 0});
    const Solution start = dispatch(problem, {});
    const Solution found = improve(problem, start, {.steps = 3000, .seed = seed});
    const std::vector<std::string> wrong = violations(problem, found);
    ASSERT_TRUE(wrong.empty()) << "seed " << seed << ": " << wrong.front();
    ASSERT_FALSE(start.score.better_than(found.score)) << "seed " << seed;
    better += found.score.better_than(start.score) ? 1 : 0;
  }
  EXPECT_GT(better, 50);
}

// No search beats trying everything, and on problems this small it finds the same.
void expect_optimal(const Mix& mix, std::uint64_t seeds) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const Problem problem = random_problem(seed, mix);
    const Solution best = brute_force(problem);
    const Solution found = improve(problem, construct(problem), {.steps = 2000, .seed = seed});
    EXPECT_FALSE(found.score.better_than(best.score)) << "seed " << seed;
    EXPECT_EQ(found.score.unplaced, best.score.unplaced) << "seed " << seed;
    EXPECT_EQ(found.score.total(), best.score.total()) << "seed " << seed;
  }
}

TEST(Improve, FindsTheOptimumOfTinyShops) {
  expect_optimal({.operations = 5, .machines = 3, .slots = false, .maximum_lags = false, .fixed = false}, 150);
}

TEST(Improve, FindsTheOptimumOfTinyShopsWithPeopleAndTools) {
  expect_optimal(
      {.operations = 4, .machines = 2, .people = 2, .alternatives = false, .maximum_lags = false, .fixed = false}, 100);
}

TEST(Improve, FindsTheOptimumOfTinyShopsWithLimitedWaits) {
  expect_optimal({.operations = 5, .machines = 2, .slots = false, .alternatives = false, .fixed = false}, 100);
}

// What begins as early as it can is searched; the pass that moves work later comes on top.
TEST(Improve, IsNoDearerThanTheBestEarlySchedulesWithCostsOfTime) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Problem problem =
        random_problem(seed, {.operations = 5, .machines = 2, .slots = false, .fixed = false, .timed_costs = true});
    const Solution best = brute_force(problem);
    const Solution found = improve(problem, construct(problem), {.steps = 4000, .seed = seed});
    EXPECT_FALSE(best.score.better_than(found.score)) << "seed " << seed;
    EXPECT_TRUE(violations(problem, found).empty()) << "seed " << seed;
  }
}

TEST(Improve, FindsTheOptimumOfTinyShopsWithOvertime) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Problem problem = random_problem(seed, {.operations = 4,
                                            .machines = 2,
                                            .people = 2,
                                            .alternatives = false,
                                            .maximum_lags = false,
                                            .fixed = false,
                                            .timed_costs = true});
    problem.baselines.clear();
    problem.holdings.clear();
    const Solution found = improve(problem, construct(problem), {.steps = 5000, .seed = seed});
    EXPECT_FALSE(brute_force(problem).score.better_than(found.score)) << "seed " << seed;
  }
}

TEST(Improve, SameSeedAndStepsGiveTheSameSchedule) {
  const Problem problem = random_problem(3, {.operations = 30});
  const Solution start = dispatch(problem, {});
  const SearchOptions options{.steps = 5000, .seed = 7};
  const Solution one = improve(problem, start, options);
  const Solution two = improve(problem, start, options);
  EXPECT_EQ(one.start, two.start);
  EXPECT_EQ(one.lane, two.lane);
  SearchOptions threads = options;
  threads.threads = 3;
  EXPECT_EQ(improve(problem, start, threads).start, improve(problem, start, threads).start);
}

TEST(Improve, StopsWhenCancelled) {
  const Problem problem = random_problem(3, {.operations = 30});
  const Solution start = dispatch(problem, {});
  const std::atomic<bool> cancel = true;
  const Solution found = improve(problem, start, {.seconds = 1000, .cancel = &cancel});
  EXPECT_EQ(found.start, start.start);
}

TEST(Improve, ReportsTheBestSoFar) {
  const Problem problem = random_problem(4, {.operations = 30});
  const Solution start = construct(problem);
  int reports = 0;
  Score last = start.score;
  const auto progress = [&](const Score& score, double) {
    ++reports;
    EXPECT_FALSE(last.better_than(score));
    last = score;
  };
  const Solution found = improve(problem, start, {.seconds = 0.3, .progress = progress});
  EXPECT_GT(reports, 0);
  EXPECT_FALSE(last.better_than(found.score));
}

}  // namespace
}  // namespace kilter::schedule
