#include <gtest/gtest.h>

#include <atomic>

#include "schedule/search.hpp"
#include "schedule/testing/brute_force.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

// Operations 0 and 1, an hour each, on machines 0 and 1, each with either of the people on lanes 2 and 3; due as soon
// as both can be done side by side.
Problem two_machines_two_people() {
  constexpr Tick kHour = 3'600;
  Problem problem;
  problem.operation_count = 2;
  problem.release = {0, 0};
  problem.family = {kNone, kNone};
  problem.own_setup = {0, 0};
  problem.pausable = {1, 1};
  problem.passive = {0, 0};
  problem.fixed = {Fixed::free, Fixed::free};
  problem.fixed_lane = {kNone, kNone};
  problem.mode_begin = {0, 1, 2};
  problem.modes = {{.group = 0, .work = kHour}, {.group = 1, .work = kHour}};
  problem.slot_begin = {0, 1, 2};
  problem.slots = {{.lanes = 0}, {.lanes = 0}};
  problem.fixed_slot_lane = {kNone, kNone};
  problem.predecessor_begin = {0, 0, 0};
  problem.groups = {{.first_lane = 0, .lane_count = 1}, {.first_lane = 1, .lane_count = 1}};
  problem.lanes.resize(4);
  problem.lane_sets = {{{.lane = 2}, {.lane = 3}}};
  problem.calendars.push_back(time::WorkingCalendar::always(0, 10 * kHour));
  problem.jobs = {{.due = kHour, .late_per_second = 1}, {.due = kHour, .late_per_second = 1}};
  problem.closing_begin = {0, 1, 2};
  problem.closing = {0, 1};
  problem.serves = {0, 1};
  problem.latest_end = {kHour, kHour};
  problem.horizon = 10 * kHour;
  return problem;
}

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

// Also when the time is up between two looks at the clock.
TEST(Improve, EndsHoweverShortItsTime) {
  const Problem problem = random_problem(1, {.operations = 20});
  const Solution start = dispatch(problem, {});
  for (int micros = 1; micros <= 3'000; ++micros) {
    const Solution found = improve(problem, start, {.seconds = micros * 1e-6});
    EXPECT_FALSE(start.score.better_than(found.score));
  }
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

// Two machines, one person on both although another stands idle: nothing but another person ends the later one sooner.
TEST(Improve, SearchesOverTheWorker) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Problem problem = two_machines_two_people();
    Solution start = dispatch(problem, {});
    ASSERT_NE(start.slot_lane[0], start.slot_lane[1]);
    start.slot_lane[1] = start.slot_lane[0];
    start = retime_slow(problem, start);
    ASSERT_GT(start.score.tardiness, 0);
    const Solution found = improve(problem, start, {.steps = 500, .seed = seed});
    EXPECT_NE(found.slot_lane[0], found.slot_lane[1]) << "seed " << seed;
    EXPECT_EQ(found.score.tardiness, 0) << "seed " << seed;
    EXPECT_TRUE(violations(problem, found).empty()) << "seed " << seed;
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
