#include "schedule/project/bound/lower_bound.hpp"

#include <gtest/gtest.h>

#include "schedule/project/testing/random_project.hpp"

namespace kilter::schedule {
namespace {

ProjectProblem three_activities() {
  ProjectProblem problem;
  problem.activity_count = 3;
  problem.predecessor_begin = {0, 0, 0, 0};
  problem.mode_begin = {0, 1, 2, 3};
  problem.duration = {2, 3, 4};
  return problem;
}

TEST(ProjectBound, EnergyOverCapacity) {
  ProjectProblem problem = three_activities();
  problem.capacity = {2};
  problem.demand = {1, 1, 2};
  EXPECT_EQ(lower_bound(*compile(problem)), 7);  // (2 + 3 + 8) / 2, rounded up
}

TEST(ProjectBound, ActivitiesThatCannotOverlapFollowEachOther) {
  ProjectProblem problem = three_activities();
  problem.capacity = {5};
  problem.demand = {3, 3, 3};
  EXPECT_EQ(lower_bound(*compile(problem)), 9);  // by energy it would be 6
}

TEST(ProjectBound, WorkersWhoAloneMasterASkill) {
  ProjectProblem problem = three_activities();
  problem.worker_count = 3;
  problem.skill_count = 2;
  problem.mastery = {0, 0, kNotMastered, 0, kNotMastered, 0};
  problem.skill_demand_begin = {0, 1, 2, 3};
  problem.skill_demands = {{.skill = 0}, {.skill = 1}, {.skill = 0}};
  EXPECT_EQ(lower_bound(*compile(problem)), 6);  // the first worker does the first and the last
}

TEST(ProjectBound, IsNeverAboveTheOptimum) {
  int met = 0;
  for (std::uint64_t seed = 5001; seed <= 6000; ++seed) {
    base::Random random(seed);
    const ProjectProblem problem = random_project(random, random_shape(random, 5));
    const std::optional<ProjectNetwork> network = compile(problem);
    const Tick best = brute_force_makespan(problem);
    if (!network || best == kNever) continue;
    ASSERT_LE(lower_bound(*network) * network->unit, best) << "seed " << seed;
    met += lower_bound(*network) * network->unit == best ? 1 : 0;
  }
  EXPECT_GT(met, 300);
}

}  // namespace
}  // namespace kilter::schedule
