#include "schedule/bounds/lower_bound.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "schedule/search.hpp"
#include "schedule/testing/brute_force.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

// The same problem with the end of everything as its only job.
Problem for_makespan(Problem problem) {
  problem.jobs = {{.due = 0, .late_per_second = 1}};
  problem.closing.resize(problem.operation_count);
  std::iota(problem.closing.begin(), problem.closing.end(), 0U);
  problem.closing_begin = {0, problem.operation_count};
  for (Mode& mode : problem.modes) mode.cost = 0;
  problem.holdings.clear();  // they speak of the jobs that were
  return problem;
}

struct Tally {
  int placed = 0;
  int tight = 0;
};

// `best`: of all schedules, or a good one. Never above it; `tally` counts how often it is met.
void compare(const Problem& problem, const Solution& best, Tally& tally) {
  if (best.score.unplaced > 0) return;
  const Bound bound = lower_bound(problem, {});
  ++tally.placed;
  ASSERT_FALSE(bound.impossible);
  ASSERT_LE(bound.value, best.score.total());
  if (bound.value == best.score.total()) ++tally.tight;
}

enum class Best : std::uint8_t { of_all, of_search };

// `tight`: percent of bounds that are met, at least.
void compare_many(const Mix& mix, std::uint64_t count, Best which, int tight = 25) {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= count; ++seed) {
    Problem problem = random_problem(seed, mix);
    if (seed % 2 == 0) problem = for_makespan(std::move(problem));
    const Solution best = which == Best::of_all ? brute_force(problem)
                                                : improve(problem, construct(problem), {.steps = 300, .seed = seed});
    compare(problem, best, tally);
    ASSERT_FALSE(testing::Test::HasFatalFailure()) << "seed " << seed;
  }
  EXPECT_GT(tally.placed, static_cast<int>(count / 3));
  EXPECT_GE(tally.tight * 100, tally.placed * tight);
}

constexpr Tick kShort = 24 * 12;

TEST(LowerBound, OfBatchMachinesNeverAboveTheBestOfAllSchedules) {
  compare_many({.operations = 4, .machines = 2, .slots = false, .fixed = false, .batches = true, .horizon = kShort},
               300, Best::of_all);
  compare_many({.operations = 25, .machines = 3, .batches = true}, 150, Best::of_search, 1);
}

TEST(LowerBound, NeverAboveTheBestOfAllSchedules) {
  compare_many({.operations = 3, .machines = 2, .people = 2, .fixed = false, .horizon = kShort}, 400, Best::of_all);
  compare_many(
      {.operations = 5, .machines = 1, .slots = false, .alternatives = false, .fixed = false, .horizon = kShort}, 200,
      Best::of_all);
  compare_many({.operations = 4, .machines = 2, .slots = false, .fixed = false, .setup_ahead = true, .horizon = kShort},
               100, Best::of_all);
}

TEST(LowerBound, NeverAboveAGoodSchedule) {
  compare_many({.operations = 6, .machines = 2, .people = 2}, 700, Best::of_search);
  compare_many({.operations = 6, .machines = 2, .people = 2, .timed_costs = true}, 300, Best::of_search, 0);
  compare_many({.operations = 8, .machines = 3, .people = 2, .setup_ahead = true}, 300, Best::of_search);
  compare_many({.operations = 8, .machines = 1, .slots = false, .fixed = false}, 500, Best::of_search);
}

// Two machines, two jobs of two operations; work 3 and 4 on machine 0, then 1 each on machine 1.
Problem two_jobs() {
  Problem problem;
  problem.operation_count = 4;
  problem.release.assign(4, 0);
  problem.family.assign(4, kNone);
  problem.own_setup.assign(4, 0);
  problem.pausable.assign(4, 1);
  problem.fixed.assign(4, Fixed::free);
  problem.fixed_lane.assign(4, kNone);
  problem.mode_begin = {0, 1, 2, 3, 4};
  problem.modes = {{.group = 0, .work = 3}, {.group = 1, .work = 1}, {.group = 0, .work = 4}, {.group = 1, .work = 1}};
  problem.slot_begin.assign(5, 0);
  problem.predecessor_begin = {0, 0, 1, 1, 2};
  problem.predecessors = {{.operation = 0}, {.operation = 2}};
  problem.groups = {{.first_lane = 0, .lane_count = 1}, {.first_lane = 1, .lane_count = 1}};
  problem.lanes.resize(2);
  problem.calendars.push_back(time::WorkingCalendar::always(0, 1000));
  problem.jobs = {{.due = 0, .late_per_second = 1}};
  problem.closing = {1, 3};
  problem.closing_begin = {0, 2};
  problem.horizon = 1000;
  return problem;
}

TEST(LowerBound, NamesTheBottleneck) {
  const Bound bound = lower_bound(two_jobs(), {});
  EXPECT_EQ(bound.value, 8);
  EXPECT_EQ(bound.argument, Argument::lanes);
  EXPECT_EQ(bound.bottleneck, std::vector<Index>{0});
  EXPECT_EQ(bound.utilisation_permille, 7 * 1000 / 8);
  EXPECT_FALSE(bound.impossible);
}

// Ten operations take 6 on one machine or 12 on the other: at best two thirds of them on the first, until 40.
TEST(LowerBound, SpreadsLoadsOverUnlikeMachines) {
  Problem problem = two_jobs();
  constexpr Index kCount = 10;
  problem.operation_count = kCount;
  problem.release.assign(kCount, 0);
  problem.family.assign(kCount, kNone);
  problem.own_setup.assign(kCount, 0);
  problem.pausable.assign(kCount, 1);
  problem.fixed.assign(kCount, Fixed::free);
  problem.fixed_lane.assign(kCount, kNone);
  problem.slot_begin.assign(kCount + 1, 0);
  problem.predecessor_begin.assign(kCount + 1, 0);
  problem.predecessors.clear();
  problem.modes.clear();
  problem.mode_begin = {0};
  problem.closing.clear();
  for (Index op = 0; op < kCount; ++op) {
    problem.modes.push_back({.group = 0, .work = 6});
    problem.modes.push_back({.group = 1, .work = 12});
    problem.mode_begin.push_back(static_cast<Index>(problem.modes.size()));
    problem.closing.push_back(op);
  }
  problem.closing_begin = {0, kCount};
  const Bound bound = lower_bound(problem, {});
  EXPECT_EQ(bound.value, 40);
  EXPECT_EQ(bound.argument, Argument::loads);
}

// Three jobs of 4 on one machine, all due at 5: one is in time, the others are late by 3 and 7.
TEST(LowerBound, CountsWhatJobsCostEachOther) {
  Problem problem = two_jobs();
  problem.operation_count = 3;
  problem.mode_begin = {0, 1, 2, 3};
  problem.modes.assign(3, {.group = 0, .work = 4});
  problem.slot_begin.assign(4, 0);
  problem.predecessor_begin.assign(4, 0);
  problem.predecessors.clear();
  problem.jobs.assign(3, {.due = 5, .late_per_second = 2});
  problem.closing = {0, 1, 2};
  problem.closing_begin = {0, 1, 2, 3};
  const Bound bound = lower_bound(problem, {});
  EXPECT_EQ(bound.value, 20);
  EXPECT_EQ(bound.argument, Argument::competition);
}

// An operation without work, its setup done ahead in 6 to 10; it begins when hours open again, at 20. What follows it
// by batches may begin at 10.
//
//   lane     |  setup|.........|0|      open until 10 and from 20 on
//   behind it        |---|
TEST(LowerBound, BatchesOfAnOperationWithoutWorkAreThereWhenItsSetupIsDone) {
  Problem problem = two_jobs();
  problem.operation_count = 2;
  problem.release = {12, 0};
  problem.family = {0, kNone};
  problem.mode_begin = {0, 1, 2};
  problem.modes = {{.group = 0, .work = 0}, {.work = 3, .calendar = 1}};
  problem.slot_begin.assign(3, 0);
  problem.predecessor_begin = {0, 0, 1};
  problem.predecessors = {{.operation = 0, .transfer = 0}};
  problem.transfers = {{.batches = 2}};
  problem.calendars.insert(problem.calendars.begin(), time::WorkingCalendar({{0, 10}, {20, 1000}}));
  problem.setup_matrices = {{.families = 2, .seconds = {0, 4, 4, 0}, .cost = {0, 0, 0, 0}}};
  problem.lanes[0] = {.calendar = 0, .setup_matrix = 0, .initial_family = 1};
  problem.setup_overlaps_waiting = true;
  problem.closing = {1};
  problem.closing_begin = {0, 1};
  problem.serves.assign(2, kNone);
  problem.latest_end.assign(2, 100);
  const Solution found = dispatch(problem, {});
  ASSERT_TRUE(violations(problem, found).empty()) << violations(problem, found).front();
  EXPECT_EQ(found.end[1], 13);
  EXPECT_LE(lower_bound(problem, {}).value, found.score.total());
}

TEST(LowerBound, LeavesOutWhatTheStepsDoNotReach) {
  const Bound bound = lower_bound(two_jobs(), {.steps = 0});
  EXPECT_EQ(bound.value, 5);
  EXPECT_EQ(bound.argument, Argument::critical_path);
}

TEST(LowerBound, SaysWhenTheHorizonIsTooNear) {
  Problem problem = two_jobs();
  problem.horizon = 7;
  EXPECT_TRUE(lower_bound(problem, {}).impossible);
  problem.horizon = 8;
  EXPECT_FALSE(lower_bound(problem, {}).impossible);
}

}  // namespace
}  // namespace kilter::schedule
