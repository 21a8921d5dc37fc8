#include <gtest/gtest.h>

#include "schedule/project/project.hpp"
#include "schedule/project/testing/random_project.hpp"

namespace kilter::schedule {
namespace {

SolveOptions epochs(std::uint64_t count, unsigned threads = 1) {
  SolveOptions options;
  options.epochs = count;
  options.threads = threads;
  return options;
}

TEST(ProjectSolve, FindsTheOptimumOfTinyProjectsAndNeverBoundsAboveIt) {
  int feasible = 0;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    base::Random random(seed);
    const ProjectProblem problem = random_project(random, random_shape(random, 5));
    const Tick best = brute_force_makespan(problem);
    const ProjectAnswer answer = solve(problem, epochs(6));
    ASSERT_EQ(answer.account.objective, best) << "seed " << seed;
    if (best == kNever) continue;
    ++feasible;
    ASSERT_LE(answer.account.lower_bound, best) << "seed " << seed;
    const std::vector<std::string> wrong = violations(problem, answer.solution);
    ASSERT_TRUE(wrong.empty()) << "seed " << seed << ": " << wrong.front();
  }
  EXPECT_GT(feasible, 1000);
}

TEST(ProjectSolve, ReplaysForTheSameSeedThreadsAndEpochs) {
  int feasible = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    base::Random random(seed);
    const ProjectProblem problem = random_project(
        random, {.activities = 40, .most_modes = 3, .renewables = 2, .budgets = 1, .workers = 12, .skills = 3});
    const ProjectAnswer a = solve(problem, epochs(2, 2));
    const ProjectAnswer b = solve(problem, epochs(2, 2));
    EXPECT_EQ(a.solution.start, b.solution.start);
    EXPECT_EQ(a.solution.crew, b.solution.crew);
    EXPECT_EQ(a.account.objective, b.account.objective);
    if (a.solution.start.empty()) continue;
    ++feasible;
    EXPECT_TRUE(violations(problem, a.solution).empty());
  }
  EXPECT_GT(feasible, 0);
}

TEST(ProjectSolve, AnswersWithoutTimeAndWithoutActivities) {
  base::Random random(8);
  const ProjectProblem problem = random_project(random, {.activities = 20});
  SolveOptions options;
  options.seconds = 0;
  const ProjectAnswer answer = solve(problem, options);
  EXPECT_TRUE(violations(problem, answer.solution).empty());
  ProjectProblem empty;
  empty.predecessor_begin = empty.mode_begin = {0};
  EXPECT_EQ(solve(empty, options).account.objective, 0);
}

}  // namespace
}  // namespace kilter::schedule
