#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "schedule/search.hpp"
#include "schedule/testing/random_problem.hpp"
#include "schedule/timing/objective.hpp"
#include "schedule/window/improve_window.hpp"

namespace kilter::schedule {
namespace {

std::vector<Index> some_free(const Problem& problem, double share, base::Random& random) {
  std::vector<Index> free;
  for (Index op = 0; op < problem.operation_count; ++op) {
    if (problem.fixed[op] == Fixed::free && random.chance(share)) free.push_back(op);
  }
  return free;
}

void expect_proper(const Problem& problem, const Solution& solution, std::uint64_t seed) {
  // Maximum lags that cannot be kept leave no twin to compare with (see trial_test).
  if (solution.score.unplaced > 0) return;
  const std::vector<std::string> wrong = violations(problem, solution);
  ASSERT_TRUE(wrong.empty()) << "seed " << seed << ": " << wrong.front();
  const Solution slow = retime_slow(problem, solution);
  ASSERT_EQ(slow.start, solution.start) << "seed " << seed;
  ASSERT_TRUE(slow.score == solution.score) << "seed " << seed;
}

TEST(Window, IsExactNeverWorseAndMovesOnlyWhatIsFree) {
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 250; ++seed) {
    const Problem problem = random_problem(seed, {.operations = 30, .setup_ahead = seed % 4 == 0});
    base::Random random(seed);
    const Solution start = dispatch(problem, {});
    const std::vector<Index> free = some_free(problem, seed % 2 == 0 ? 0.3 : 0.8, random);
    const Solution found = improve_window(problem, start, free, {.steps = 600, .seed = seed});
    ASSERT_NO_FATAL_FAILURE(expect_proper(problem, found, seed));
    ASSERT_FALSE(start.score.better_than(found.score)) << "seed " << seed;
    better += found.score.better_than(start.score) ? 1 : 0;
    for (Index op = 0; op < problem.operation_count; ++op) {
      if (std::count(free.begin(), free.end(), op) > 0) continue;
      ASSERT_EQ(found.lane[op], start.lane[op]) << "seed " << seed;
      ASSERT_EQ(found.mode[op], start.mode[op]) << "seed " << seed;
    }
  }
  EXPECT_GT(better, 60);
}

// The window sees its operations at the times that they have in the whole, whatever it leaves out.
TEST(Window, HasTheTimesOfTheWhole) {
  int windows = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const Problem problem = random_problem(seed, {.operations = 40, .setup_ahead = seed % 4 == 0, .horizon = 24 * 200});
    base::Random random(seed);
    const Solution start = dispatch(problem, {});
    const std::vector<Index> free = some_free(problem, 0.2, random);
    if (free.empty() || start.score.unplaced > 0) continue;
    const Network network(problem);
    const Trial whole(network, start);
    DelayValue value(network);
    value.assess(whole.state(), whole.calendars());
    const Window window = WindowCutter(network).cut(whole, value, free, WindowCutter::Between::kept);
    const Network part(window.problem);
    const Trial trial(part, window.start);
    for (Index op = 0; op < window.operations.size(); ++op) {
      if (window.operations[op] == kNone) continue;
      ASSERT_EQ(trial.state().start[op], whole.state().start[window.operations[op]])
          << "seed " << seed << " op " << window.operations[op];
      ASSERT_EQ(trial.state().end[op], whole.state().end[window.operations[op]]) << "seed " << seed;
      ASSERT_EQ(
          trial.state().setup[op] + window.problem.modes[trial.state().mode[op]].work,
          whole.state().setup[window.operations[op]] + problem.modes[whole.state().mode[window.operations[op]]].work);
    }
    ++windows;
  }
  EXPECT_GT(windows, 70);
}

TEST(Window, SameSeedAndStepsGiveTheSameSchedule) {
  const Problem problem = random_problem(5, {.operations = 40});
  base::Random random(5);
  const std::vector<Index> free = some_free(problem, 0.6, random);
  const Solution start = dispatch(problem, {});
  const Solution one = improve_window(problem, start, free, {.steps = 2000, .seed = 7});
  const Solution two = improve_window(problem, start, free, {.steps = 2000, .seed = 7});
  EXPECT_EQ(one.start, two.start);
  EXPECT_EQ(one.lane, two.lane);
}

}  // namespace
}  // namespace kilter::schedule
