#include "coordinate/explain/waits/queues.hpp"

#include <gtest/gtest.h>

namespace kilter::coordinate {
namespace {

using plan::AssignmentId;
using plan::PlacementId;
using time::Tick;

// On the first lane of the only unit, by the only person.
void add(plan::Plan& plan, Tick start, Tick end) {
  const PlacementId id = plan.placements.next_id();
  plan.placements.push_back({.unit = model::WorkUnitId(0), .start = start, .end = end});
  plan.assignments.push_back({.placement = id, .start = start, .end = end});
}

model::Plant one_unit() {
  model::Plant plant;
  plant.work_units.push_back({.id = "saw"});
  return plant;
}

TEST(Queues, AreInTheSequenceOfTheirStarts) {
  plan::Plan plan;
  add(plan, 30, 40);
  add(plan, 0, 10);
  const Queues queues(one_unit(), plan);
  EXPECT_EQ(queues.before_on_unit(PlacementId(0)), PlacementId(1));
  EXPECT_FALSE(queues.before_on_unit(PlacementId(1)).valid());
  EXPECT_EQ(queues.free_at(plan, AssignmentId(0)), 10);
  EXPECT_EQ(queues.free_at(plan, AssignmentId(1)), time::kLongAgo);
}

TEST(Queues, NobodyIsKeptByWorkThatTakesNoTime) {
  plan::Plan plan;
  add(plan, 0, 10);
  add(plan, 20, 20);
  add(plan, 30, 40);
  const Queues queues(one_unit(), plan);
  EXPECT_EQ(queues.before(AssignmentId(1)), AssignmentId(0));
  EXPECT_EQ(queues.before(AssignmentId(2)), AssignmentId(0));
}

TEST(Queues, WhatIsOverAsItBeginsIsBeforeWhatBeginsThen) {
  plan::Plan plan;
  add(plan, 5, 20);
  add(plan, 5, 5);
  add(plan, 20, 30);
  const Queues queues(one_unit(), plan);
  EXPECT_EQ(queues.before_on_unit(PlacementId(2)), PlacementId(0));
  EXPECT_EQ(queues.before_on_unit(PlacementId(0)), PlacementId(1));
  EXPECT_FALSE(queues.before(AssignmentId(1)).valid());
  EXPECT_EQ(queues.before(AssignmentId(2)), AssignmentId(0));
}

}  // namespace
}  // namespace kilter::coordinate
