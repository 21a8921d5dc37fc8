#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "base/random.hpp"
#include "schedule/bounds/lower_bound.hpp"

namespace kilter::schedule {
namespace {

constexpr Index kSide = 3;  // jobs, machines and operations of a job

// Operation 3 j + k is the k-th of job j.
Problem job_shop(base::Random& random) {
  Problem problem;
  problem.operation_count = kSide * kSide;
  problem.release.assign(problem.operation_count, 0);
  problem.family.assign(problem.operation_count, kNone);
  problem.own_setup.assign(problem.operation_count, 0);
  problem.pausable.assign(problem.operation_count, 1);
  problem.fixed.assign(problem.operation_count, Fixed::free);
  problem.fixed_lane.assign(problem.operation_count, kNone);
  problem.slot_begin.assign(problem.operation_count + 1, 0);
  problem.mode_begin = {0};
  problem.predecessor_begin = {0};
  for (Index job = 0; job < kSide; ++job) {
    std::array<Index, kSide> machines{0, 1, 2};
    for (Index i = kSide; i > 1; --i) std::swap(machines[i - 1], machines[random.below(i)]);
    for (Index k = 0; k < kSide; ++k) {
      problem.modes.push_back({.group = machines[k], .work = static_cast<Tick>(random.between(1, 20))});
      problem.mode_begin.push_back(static_cast<Index>(problem.modes.size()));
      if (k > 0) problem.predecessors.push_back({.operation = kSide * job + k - 1});
      problem.predecessor_begin.push_back(static_cast<Index>(problem.predecessors.size()));
    }
    problem.closing.push_back(kSide * job + kSide - 1);
    problem.groups.push_back({.first_lane = job, .lane_count = 1});
  }
  problem.lanes.resize(kSide);
  problem.calendars.push_back(time::WorkingCalendar::always(0, 10'000));
  problem.jobs = {{.due = 0, .late_per_second = 1}};
  problem.closing_begin = {0, kSide};
  problem.horizon = 10'000;
  return problem;
}

// Semi-active schedules by every choice of the next job: 9! / 3!^3 of them.
Tick best_makespan(const Problem& problem, std::array<Index, kSide> next, std::array<Tick, kSide> job,
                   std::array<Tick, kSide> machine) {
  Tick best = kNever;
  for (Index j = 0; j < kSide; ++j) {
    if (next[j] == kSide) continue;
    const Mode& mode = problem.modes[kSide * j + next[j]];
    auto next_too = next;
    auto job_too = job;
    auto machine_too = machine;
    ++next_too[j];
    job_too[j] = machine_too[mode.group] = std::max(job[j], machine[mode.group]) + mode.work;
    best = std::min(best, best_makespan(problem, next_too, job_too, machine_too));
  }
  return best == kNever ? *std::max_element(job.begin(), job.end()) : best;
}

TEST(Disjunctive, RefutesOnlyWhatCannotBe) {
  base::Random random(51);
  int by_propagation = 0;
  int met = 0;
  for (int round = 0; round < 150; ++round) {
    const Problem problem = job_shop(random);
    const Bound bound = lower_bound(problem, {});
    const Tick best = best_makespan(problem, {}, {}, {});
    ASSERT_LE(bound.value, best) << "round " << round;
    if (bound.argument == Argument::propagation) ++by_propagation;
    if (bound.value == best) ++met;
  }
  EXPECT_GT(by_propagation, 10);
  EXPECT_GT(met, 100);
}

}  // namespace
}  // namespace kilter::schedule
