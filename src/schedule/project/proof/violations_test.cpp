#include <gtest/gtest.h>

#include "schedule/project/project.hpp"

namespace kilter::schedule {
namespace {

// Two activities in sequence and one beside them; one renewable of 2, one budget of 5, two workers with one skill each.
ProjectProblem small_project() {
  ProjectProblem problem;
  problem.activity_count = 3;
  problem.predecessor_begin = {0, 0, 1, 1};
  problem.predecessors = {0};
  problem.mode_begin = {0, 1, 3, 4};
  problem.duration = {2, 3, 1, 4};
  problem.capacity = {2};
  problem.demand = {1, 2, 2, 1};
  problem.budget = {5};
  problem.budget_demand = {1, 1, 4, 1};
  problem.worker_count = 2;
  problem.skill_count = 2;
  problem.mastery = {1, kNotMastered, kNotMastered, 0};
  problem.skill_demand_begin = {0, 1, 2, 3, 4};
  problem.skill_demands = {{0, 1, 1}, {0, 0, 1}, {0, 0, 1}, {1, 0, 1}};
  return problem;
}

ProjectSolution feasible() {
  return {.mode = {0, 1, 3}, .start = {0, 4, 0}, .end = {2, 7, 4}, .crew_begin = {0, 1, 2, 3}, .crew = {0, 0, 1}};
}

std::string first_violation(const ProjectSolution& solution) {
  const std::vector<std::string> found = violations(small_project(), solution);
  return found.empty() ? "" : found.front();
}

TEST(ProjectViolations, NoneInAFeasibleSchedule) { EXPECT_EQ(first_violation(feasible()), ""); }

TEST(ProjectViolations, NamesPrecedenceAndTimes) {
  ProjectSolution solution = feasible();
  solution.start[1] = 1;
  solution.end[1] = 4;
  EXPECT_EQ(first_violation(solution), "activity 1: starts at 1 before its predecessor 0 ends at 2");
  solution = feasible();
  solution.end[2] = 5;
  EXPECT_EQ(first_violation(solution), "activity 2: end is not start + duration of mode 3");
  solution.start[0] = -1;
  EXPECT_EQ(first_violation(solution), "activity 0: starts before time 0");
  solution.mode[0] = 1;
  EXPECT_EQ(first_violation(solution), "activity 0: mode of another activity");
  solution.mode.pop_back();
  EXPECT_EQ(first_violation(solution), "the solution's arrays do not have the problem's sizes");
}

TEST(ProjectViolations, NamesLoadsAndBudgets) {
  ProjectSolution solution = feasible();
  solution.start[1] = 3;
  solution.end[1] = 6;
  EXPECT_EQ(first_violation(solution), "renewable resource 0: load 3 of 2 at 3");
  solution = feasible();
  solution.mode[1] = 2;
  solution.end[1] = 5;
  EXPECT_EQ(first_violation(solution), "budget 0: 6 used of 5");
}

TEST(ProjectViolations, NamesWorkers) {
  ProjectSolution solution = feasible();
  solution.crew = {0, 0, 0};
  EXPECT_EQ(first_violation(solution), "activity 2: worker 0 does not master skill 1 at level 0");
  EXPECT_EQ(violations(small_project(), solution).back(), "worker 0: on activities 0 and 2 at 0");
  solution.crew = {0, 7, 1};
  EXPECT_EQ(first_violation(solution), "activity 1: unknown worker 7");
  solution.crew_begin = {0, 2, 2, 3};
  solution.crew = {0, 0, 1};
  EXPECT_EQ(first_violation(solution), "activity 0: 2 workers where 1 are asked for");
  EXPECT_EQ(violations(small_project(), solution)[1], "activity 0: worker 0 stands twice in the crew");
}

}  // namespace
}  // namespace kilter::schedule
