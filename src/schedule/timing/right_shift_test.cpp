#include <gtest/gtest.h>

#include <algorithm>

#include "schedule/search.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

Tick completion_of(const Problem& problem, const Solution& solution, Index job) {
  Tick last = kLongAgo;
  for (const Index op : problem.closing_of(job)) last = std::max(last, solution.end[op]);
  return last;
}

// Operations that a late job waits for.
std::vector<bool> hurried(const Problem& problem, const Solution& solution) {
  std::vector<bool> result(problem.operation_count, false);
  for (Index job = 0; job < problem.jobs.size(); ++job) {
    if (completion_of(problem, solution, job) <= problem.jobs[job].due) continue;
    for (const Index op : problem.closing_of(job)) result[op] = true;
  }
  for (bool grown = true; grown;) {
    grown = false;
    for (Index op = 0; op < problem.operation_count; ++op) {
      for (const Arc& arc : problem.predecessors_of(op)) {
        if (!result[op] || result[arc.operation]) continue;
        result[arc.operation] = true;
        grown = true;
      }
    }
  }
  return result;
}

TEST(RightShift, KeepsRulesAndPromises) {
  std::int64_t moved = 0;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    const Problem problem = random_problem(seed, {.operations = 20, .setup_ahead = seed % 4 == 0});
    const Solution left = dispatch(problem, {});
    const Tick buffer = static_cast<Tick>(seed % 7);
    const Solution right = right_shift(problem, left, buffer);
    const std::vector<std::string> found = violations(problem, right);
    ASSERT_TRUE(found.empty()) << "seed " << seed << ": " << found.front();
    const std::vector<bool> late = hurried(problem, left);
    for (Index op = 0; op < problem.operation_count; ++op) {
      ASSERT_GE(right.start[op], left.start[op]) << "seed " << seed;
      if (late[op]) {
        ASSERT_EQ(right.start[op], left.start[op]) << "seed " << seed << " operation " << op;
      }
      moved += right.start[op] > left.start[op] ? 1 : 0;
    }
    for (Index job = 0; job < problem.jobs.size(); ++job) {
      const Tick allowed = std::max(completion_of(problem, left, job), problem.jobs[job].due - buffer);
      ASSERT_LE(completion_of(problem, right, job), allowed) << "seed " << seed;
    }
    ASSERT_EQ(right.score.tardiness, left.score.tardiness) << "seed " << seed;
  }
  EXPECT_GT(moved, 1000);
}

TEST(RightShift, NeverCostsMore) {
  int cheaper = 0;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    const Mix mix{.operations = 20, .setup_ahead = seed % 4 == 0, .timed_costs = true};
    const Problem problem = random_problem(seed, mix);
    const Solution left = dispatch(problem, {});
    const Solution right = right_shift(problem, left, static_cast<Tick>(seed % 7));
    const std::vector<std::string> found = violations(problem, right);
    ASSERT_TRUE(found.empty()) << "seed " << seed << ": " << found.front();
    ASSERT_EQ(right.score.unplaced, left.score.unplaced) << "seed " << seed;
    ASSERT_LE(right.score.total(), left.score.total()) << "seed " << seed;
    cheaper += right.score.total() < left.score.total() ? 1 : 0;
  }
  EXPECT_GT(cheaper, 100);
}

// Nothing can start later on its own: moving one operation by a tick breaks a rule or a promise.
TEST(RightShift, IsAsLateAsPossibleWithoutLimitsOnWaiting) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Problem problem =
        random_problem(seed, {.operations = 8, .slots = false, .maximum_lags = false, .transfers = false});
    const Solution right = right_shift(problem, dispatch(problem, {}), 0);
    const std::vector<bool> late = hurried(problem, right);
    for (Index op = 0; op < problem.operation_count; ++op) {
      if (right.start[op] == kNever || problem.fixed[op] != Fixed::free || late[op]) continue;
      Problem later = problem;
      later.release[op] = right.start[op] + 1;
      const Solution pushed = retime_slow(later, right);
      bool is_worse = pushed.start[op] == kNever;
      const auto successors_stay = [&](Index other) {
        return other == op || pushed.start[other] <= right.start[other];
      };
      for (Index other = 0; other < problem.operation_count; ++other) is_worse = is_worse || !successors_stay(other);
      for (Index job = 0; job < problem.jobs.size(); ++job) {
        const Tick allowed = std::max(completion_of(problem, right, job), problem.jobs[job].due);
        is_worse = is_worse || completion_of(problem, pushed, job) > allowed;
      }
      const bool kept_back = pushed.start[op] > right.start[op] && problem.horizon < pushed.end[op];
      const bool leads_nowhere = !is_worse && !kept_back;
      if (leads_nowhere) {
        bool closes = std::count(problem.closing.begin(), problem.closing.end(), op) > 0;
        for (const Arc& arc : problem.predecessors) closes = closes || arc.operation == op;
        EXPECT_FALSE(closes) << "seed " << seed << " operation " << op;
      }
    }
  }
}

}  // namespace
}  // namespace kilter::schedule
