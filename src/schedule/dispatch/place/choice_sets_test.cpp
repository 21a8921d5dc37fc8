#include "schedule/dispatch/place/choice_sets.hpp"

#include <gtest/gtest.h>

#include "schedule/search.hpp"

namespace kilter::schedule {
namespace {

// Machines 0 and 1, people 2 and 3. Operation 0 runs on either machine or on none, with one person; operation 1 on
// machine 0 only, with two.
Problem machine_or_none() {
  Problem problem;
  problem.operation_count = 2;
  problem.calendars.push_back(time::WorkingCalendar::always(0, 10'000));
  problem.horizon = 10'000;
  problem.groups = {{.first_lane = 0, .lane_count = 1}, {.first_lane = 1, .lane_count = 1}};
  problem.lanes.resize(4);
  problem.lane_sets = {{}, {{.lane = 2}, {.lane = 3}}};
  problem.modes = {{.group = 0, .work = 10}, {.work = 10}, {.group = 1, .work = 10}, {.group = 0, .work = 10}};
  problem.mode_begin = {0, 3, 4};
  problem.slots = {{.lanes = 1}, {.lanes = 1}, {.lanes = 1}};
  problem.slot_begin = {0, 1, 3};
  problem.fixed_slot_lane.assign(3, kNone);
  problem.predecessor_begin.assign(3, 0);
  problem.closing_begin.push_back(0);
  problem.release.assign(2, 0);
  problem.family.assign(2, kNone);
  problem.own_setup.assign(2, 0);
  problem.pausable.assign(2, 1);
  problem.fixed.assign(2, Fixed::free);
  problem.fixed_lane.assign(2, kNone);
  problem.serves.assign(2, kNone);
  problem.latest_end.assign(2, 1'000);
  return problem;
}

TEST(ChoiceSets, OperationsWithOtherModesQueueApart) {
  const Problem problem = machine_or_none();
  const Network network(problem);
  const ChoiceSets sets(network);
  EXPECT_EQ(sets.queue_count(), 2U);
  EXPECT_NE(sets.ticket(0).queue, sets.ticket(1).queue);
  EXPECT_TRUE(violations(problem, dispatch(problem, {})).empty());
}

}  // namespace
}  // namespace kilter::schedule
