// Tiny random problems with all features mixed against trying everything: nothing is found or proved that cannot be,
// and what can be found is.
#include <gtest/gtest.h>

#include <algorithm>

#include "schedule/bounds/lower_bound.hpp"
#include "schedule/repair/repair.hpp"
#include "schedule/search.hpp"
#include "schedule/solve.hpp"
#include "schedule/testing/brute_force.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

struct Tally {
  int problems = 0;
  int complete = 0;  // every operation has a place
  int optimal = 0;
  int tight = 0;   // the bound is met
  int joined = 0;  // operations that join a batch, in the best schedules
};

void compare(const Problem& problem, const Solution& best, const ShopAnswer& answer, Tally& tally) {
  const Score& found = answer.solution.score;
  ASSERT_TRUE(violations(problem, best).empty()) << violations(problem, best).front();
  ASSERT_TRUE(violations(problem, answer.solution).empty()) << violations(problem, answer.solution).front();
  ++tally.problems;
  for (const auto joins : best.joins) tally.joined += joins;
  if (!best.score.better_than(found)) ++tally.optimal;
  if (best.score.unplaced > 0) return;
  ++tally.complete;
  ASSERT_FALSE(answer.bound.impossible);
  ASSERT_LE(answer.bound.value, std::min(best.score.total(), found.unplaced > 0 ? best.score.total() : found.total()));
  if (answer.bound.value == best.score.total()) ++tally.tight;
}

// `regular`: nothing gains by waiting, so that nothing may beat `best`.
Tally solve_many(Mix mix, std::uint64_t first, std::uint64_t count, bool regular) {
  Tally tally;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    mix.setup_ahead = seed % 5 == 0;
    mix.calendars = seed % 4 != 0;
    const Problem problem = random_problem(seed, mix);
    const Solution best = brute_force(problem);
    const ShopAnswer answer = solve(problem, {.epochs = 1, .seed = seed});
    compare(problem, best, answer, tally);
    EXPECT_FALSE(regular && answer.solution.score.better_than(best.score)) << "seed " << seed;
    if (testing::Test::HasFailure()) {
      ADD_FAILURE() << "seed " << seed;
      break;
    }
  }
  return tally;
}

constexpr Tick kTwoWeeks = 24 * 14;

void expect_optimal(const Tally& tally, int permille, int count) {
  EXPECT_EQ(tally.problems, count);
  EXPECT_GE(tally.optimal * 1000, tally.problems * permille) << tally.optimal << " of " << tally.problems;
  EXPECT_GT(tally.complete * 2, tally.problems) << tally.complete << " complete, " << tally.tight << " tight";
}

TEST(TinyProblems, PeopleToolsAndFixedWork) {
  const Mix mix{.operations = 4, .machines = 2, .people = 2, .horizon = kTwoWeeks};
  expect_optimal(solve_many(mix, 1, 150, true), 980, 150);
}

TEST(TinyProblems, AlternativesSetupsAndTransfers) {
  const Mix mix{.operations = 5, .machines = 3, .slots = false, .fixed = false, .horizon = kTwoWeeks};
  expect_optimal(solve_many(mix, 1, 300, true), 990, 300);
}

TEST(TinyProblems, OneMachineWithEverything) {
  const Mix mix{.operations = 6, .machines = 1, .slots = false, .fixed = false, .horizon = kTwoWeeks};
  expect_optimal(solve_many(mix, 1, 150, true), 970, 150);
}

// Pinned work that waits for free work is not always found a place: its predecessors would have to wait, too.
TEST(TinyProblems, OneMachineWithFixedWork) {
  const Mix mix{.operations = 5, .machines = 1, .slots = false, .horizon = kTwoWeeks};
  expect_optimal(solve_many(mix, 1, 300, true), 930, 300);
}

TEST(TinyProblems, WithCostsOfTimeNoDearerThanWhatNeverWaits) {
  const Mix mix{.operations = 4, .machines = 2, .people = 2, .timed_costs = true, .horizon = kTwoWeeks};
  expect_optimal(solve_many(mix, 1, 150, false), 960, 150);
}

void expect_batches(const Mix& mix, int count, int permille, bool regular) {
  const Tally tally = solve_many(mix, 1, static_cast<std::uint64_t>(count), regular);
  expect_optimal(tally, permille, count);
  EXPECT_GT(tally.joined * 20, count) << tally.joined << " join a batch";
}

TEST(TinyProblems, BatchMachinesWithSetupsAndAlternatives) {
  const Mix mix{.operations = 5,
                .machines = 2,
                .slots = false,
                .transfers = false,
                .fixed = false,
                .batches = true,
                .horizon = kTwoWeeks};
  expect_batches(mix, 300, 980, true);
}

TEST(TinyProblems, BatchMachinesWithEverything) {
  const Mix mix{.operations = 4, .machines = 2, .people = 2, .batches = true, .horizon = kTwoWeeks};
  expect_batches(mix, 150, 970, true);
}

TEST(TinyProblems, BatchMachinesWithCostsOfTime) {
  const Mix mix{
      .operations = 4, .machines = 2, .people = 2, .timed_costs = true, .batches = true, .horizon = kTwoWeeks};
  expect_batches(mix, 150, 930, false);
}

TEST(TinyProblems, OneBatchMachine) {
  const Mix mix{.operations = 6,
                .machines = 1,
                .slots = false,
                .maximum_lags = false,
                .transfers = false,
                .fixed = false,
                .batches = true,
                .horizon = kTwoWeeks};
  expect_batches(mix, 100, 930, true);
}

}  // namespace
}  // namespace kilter::schedule
