#include "schedule/dispatch/place/gates.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "schedule/search.hpp"

namespace kilter::schedule {
namespace {

// Operations in one open calendar, each on a machine of its own unless two share one.
Problem shop(const std::vector<Tick>& work, const std::vector<Index>& machine,
             const std::vector<std::vector<Arc>>& arcs) {
  Problem problem;
  problem.operation_count = static_cast<Index>(work.size());
  problem.calendars.push_back(time::WorkingCalendar::always(0, 10'000));
  problem.horizon = 10'000;
  const Index machines = *std::max_element(machine.begin(), machine.end()) + 1;
  for (Index i = 0; i < machines; ++i) problem.groups.push_back({.first_lane = i, .lane_count = 1});
  problem.lanes.resize(machines);
  problem.mode_begin.push_back(0);
  problem.predecessor_begin.push_back(0);
  problem.closing_begin.push_back(0);
  for (Index op = 0; op < problem.operation_count; ++op) {
    problem.modes.push_back({.group = machine[op], .work = work[op]});
    problem.mode_begin.push_back(op + 1);
    for (const Arc& arc : arcs[op]) problem.predecessors.push_back(arc);
    problem.predecessor_begin.push_back(static_cast<Index>(problem.predecessors.size()));
  }
  const Index count = problem.operation_count;
  problem.slot_begin.assign(count + 1, 0);
  problem.release.assign(count, 0);
  problem.family.assign(count, kNone);
  problem.own_setup.assign(count, 0);
  problem.pausable.assign(count, 1);
  problem.fixed.assign(count, Fixed::free);
  problem.fixed_lane.assign(count, kNone);
  problem.serves.assign(count, kNone);
  problem.latest_end.assign(count, 1'000);
  return problem;
}

// 0 -(at most 5)-> 1 <- 2, and 2 takes 100: 0 must not begin at once. 3 shares the machine of 0.
Problem waits_for_component() {
  return shop({10, 10, 100, 20}, {0, 1, 2, 0}, {{}, {{.operation = 0, .maximum_lag = 5}, {.operation = 2}}, {}, {}});
}

TEST(Gates, TheOtherPredecessorGatesTheOneThatMustNotWait) {
  const Problem problem = waits_for_component();
  const Network network(problem);
  const Gates gates(network);
  EXPECT_EQ(gates.gates_of(0), 1U);
  ASSERT_EQ(gates.gated_by(2).size(), 1U);
  EXPECT_EQ(gates.gated_by(2)[0], 0U);
  EXPECT_EQ(gates.gates_of(1), 0U);
}

TEST(Gates, DispatchFillsTheTimeBefore) {
  const Problem problem = waits_for_component();
  const Solution solution = dispatch(problem, {});
  EXPECT_TRUE(violations(problem, solution).empty());
  EXPECT_EQ(solution.start, (std::vector<Tick>{85, 100, 0, 0}));
}

// 0 -> 2 -> 1 and 0 -(at most 5)-> 1: a gate of 0 by 2 would be a cycle.
TEST(Gates, ADescendantIsNoGate) {
  const Problem problem =
      shop({10, 10, 3}, {0, 1, 2}, {{}, {{.operation = 0, .maximum_lag = 5}, {.operation = 2}}, {{.operation = 0}}});
  const Network network(problem);
  EXPECT_EQ(Gates(network).gates_of(0), 0U);
  const Solution solution = dispatch(problem, {});
  EXPECT_TRUE(violations(problem, solution).empty());
  EXPECT_EQ(solution.score.unplaced, 0);
}

TEST(Gates, NoneWithoutMaximumLags) {
  const Problem problem = shop({10, 10}, {0, 1}, {{}, {{.operation = 0}}});
  const Network network(problem);
  const Gates gates(network);
  EXPECT_TRUE(gates.gated_by(0).empty());
  EXPECT_EQ(gates.gates_of(1), 0U);
}

}  // namespace
}  // namespace kilter::schedule
