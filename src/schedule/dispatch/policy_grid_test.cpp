#include <gtest/gtest.h>

#include "schedule/search.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

TEST(PolicyGrid, IsNoWorseThanAnyOfItsFirstPolicies) {
  std::int64_t better = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const Problem problem = random_problem(seed, {.operations = 25});
    const Solution best = construct(problem);
    EXPECT_TRUE(violations(problem, best).empty()) << "seed " << seed;
    for (const DispatchPolicy& policy : {DispatchPolicy{}, DispatchPolicy{.due_share = 1.0}}) {
      const Solution one = dispatch(problem, policy);
      EXPECT_FALSE(one.score.better_than(best.score)) << "seed " << seed;
      better += best.score.better_than(one.score) ? 1 : 0;
    }
  }
  EXPECT_GT(better, 50);
}

TEST(PolicyGrid, IsDeterministic) {
  const Problem problem = random_problem(9, {.operations = 40});
  EXPECT_EQ(construct(problem).start, construct(problem).start);
}

TEST(PolicyGrid, AProblemWithoutOperationsIsSolved) {
  Problem problem;
  problem.mode_begin = problem.slot_begin = problem.predecessor_begin = problem.closing_begin = {0};
  const Solution solution = construct(problem);
  EXPECT_TRUE(solution.order.empty());
  EXPECT_EQ(improve(problem, solution, {.steps = 10}).score.total(), 0);
  EXPECT_TRUE(right_shift(problem, solution, 0).order.empty());
}

}  // namespace
}  // namespace kilter::schedule
