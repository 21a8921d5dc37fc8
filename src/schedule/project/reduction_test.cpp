#include "schedule/project/reduction.hpp"

#include <gtest/gtest.h>

#include "schedule/project/testing/random_project.hpp"

namespace kilter::schedule {
namespace {

TEST(ProjectReduction, DropsModesThatCannotRunOrCannotPayAndBudgetsThatNeverBind) {
  ProjectProblem problem;
  problem.activity_count = 2;
  problem.predecessor_begin = {0, 0, 0};
  problem.mode_begin = {0, 4, 6};
  problem.duration = {1, 2, 3, 3, 4, 1};
  problem.capacity = {5};
  problem.demand = {6, 2, 3, 2, 1, 1};  // the first needs 6 of 5
  problem.budget = {10, 100};
  problem.budget_demand = {0, 9, 9, 9, 9, 9, 5, 9, 2, 9, 4, 9};
  // 9 and the other's least exceed the budget of 10. What is left never does; then the fifth has nothing for it.
  const ProjectReduction reduction = reduce(problem);
  EXPECT_EQ(reduction.keeps_mode, (std::vector<std::uint8_t>{0, 0, 0, 1, 0, 1}));
  EXPECT_EQ(reduction.keeps_budget, (std::vector<std::uint8_t>{0, 0}));
  EXPECT_FALSE(reduction.infeasible);
}

TEST(ProjectReduction, KeepsTheOptimum) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    base::Random random(seed);
    const ProjectProblem problem = random_project(
        random, {.activities = 4, .most_modes = 3, .renewables = 2, .budgets = 2, .workers = seed % 3 == 0 ? 3U : 0U});
    ProjectProblem reduced = problem;
    const ProjectReduction reduction = reduce(problem);
    // A mode left out becomes one that nobody can pay.
    for (Index mode = 0; mode < problem.mode_count(); ++mode) {
      if (reduction.keeps_mode[mode] == 0) reduced.budget_demand[std::size_t{mode} * 2] = 1'000'000;
    }
    ASSERT_EQ(brute_force_makespan(reduced), brute_force_makespan(problem)) << "seed " << seed;
  }
}

TEST(ProjectReduction, CrewsNeedDifferentWorkers) {
  ProjectProblem problem;
  problem.activity_count = 1;
  problem.predecessor_begin = {0, 0};
  problem.mode_begin = {0, 1};
  problem.duration = {1};
  problem.worker_count = 2;
  problem.skill_count = 2;
  problem.mastery = {0, 0, 0, kNotMastered};
  problem.skill_demand_begin = {0, 2};
  problem.skill_demands = {{.skill = 0}, {.skill = 1}};
  EXPECT_TRUE(has_crew(problem, 0));
  problem.skill_demands = {{.skill = 1}, {.skill = 1}};
  EXPECT_FALSE(has_crew(problem, 0));
  EXPECT_TRUE(reduce(problem).infeasible);
}

}  // namespace
}  // namespace kilter::schedule
