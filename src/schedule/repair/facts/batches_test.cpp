// What a disruption leaves of batches, by hand.
//
//   oven   |a b c|d e|     capacity 3, ten seconds each
//          0     10  20
#include <gtest/gtest.h>

#include <algorithm>

#include "schedule/repair/repair.hpp"
#include "schedule/search.hpp"
#include "schedule/testing/oven.hpp"

namespace kilter::schedule {
namespace {

constexpr Index kA = 0;
constexpr Index kB = 1;
constexpr Index kC = 2;
constexpr Index kD = 3;
constexpr Index kE = 4;

Solution two_batches(const Problem& problem) {
  Solution plan;
  plan.order = {kA, kB, kC, kD, kE};
  plan.mode = problem.mode_begin;
  plan.mode.pop_back();
  plan.lane.assign(5, 0);
  plan.joins = {0, 1, 1, 0, 1};
  return retime_slow(problem, plan);
}

Disrupted disrupted(const Disruption& facts) {
  const Problem problem = oven(3, std::vector<Load>(5));
  return disrupt(problem, two_batches(problem), facts);
}

std::vector<Repair> repaired(const Disrupted& changed) {
  std::vector<Repair> ways =
      try_repairs(changed.problem, changed.published, {.steps = 50, .tolerance = 0, .near = 0, .patience = 0});
  EXPECT_FALSE(ways.empty());
  for (const Repair& way : ways) {
    const std::vector<std::string> wrong = violations(changed.problem, way.schedule);
    EXPECT_TRUE(wrong.empty()) << way.name << ": " << wrong.front();
  }
  return ways;
}

TEST(DisruptBatches, WhatHasStartedRunsInOneBatchWithoutWhatCannotHave) {
  const Disrupted changed = disrupted({.now = 5, .releases = {{.operation = kC, .release = 20}}});
  EXPECT_EQ(changed.problem.fixed[kA], Fixed::running);
  EXPECT_EQ(changed.problem.fixed[kB], Fixed::running);
  EXPECT_EQ(changed.problem.fixed[kC], Fixed::free);
  EXPECT_NE(changed.problem.fixed_batch[kA], kNone);
  EXPECT_EQ(changed.problem.fixed_batch[kA], changed.problem.fixed_batch[kB]);
  EXPECT_EQ(changed.problem.fixed_batch[kC], kNone);
  for (const Repair& way : repaired(changed)) {
    EXPECT_EQ(way.schedule.score.unplaced, 0) << way.name;
    EXPECT_EQ(way.schedule.end[kB], 10) << way.name;
    EXPECT_GE(way.schedule.start[kC], 20) << way.name;
  }
}

TEST(DisruptBatches, ARunningBatchIsAsLongAsItsLongest) {
  const Disrupted changed = disrupted({.now = 5, .works = {{.operation = kB, .by = 7}}});
  for (const Repair& way : repaired(changed)) {
    for (const Index op : {kA, kB, kC}) EXPECT_EQ(way.schedule.end[op], 17) << way.name;
    EXPECT_EQ(way.schedule.start[kD], 17) << way.name;
    EXPECT_EQ(way.schedule.start[kE], 17) << way.name;
  }
}

TEST(DisruptBatches, FrozenMembersArePinnedTogether) {
  const Disrupted changed = disrupted({.now = 5, .frozen_until = 15});
  EXPECT_EQ(changed.problem.fixed[kD], Fixed::pinned);
  EXPECT_EQ(changed.problem.fixed[kE], Fixed::pinned);
  EXPECT_EQ(changed.problem.fixed_batch[kD], changed.problem.fixed_batch[kE]);
  EXPECT_NE(changed.problem.fixed_batch[kD], changed.problem.fixed_batch[kA]);
  for (const Repair& way : repaired(changed)) EXPECT_TRUE(way.change.broken.empty()) << way.name;
}

TEST(DisruptBatches, AFrozenMemberThatComesTooLateLeavesTheOthers) {
  const Disrupted changed = disrupted({.now = 5, .frozen_until = 15, .releases = {{.operation = kE, .release = 12}}});
  EXPECT_EQ(changed.problem.fixed[kD], Fixed::pinned);
  EXPECT_EQ(changed.problem.fixed[kE], Fixed::free);
  for (const Repair& way : repaired(changed)) {
    EXPECT_EQ(way.schedule.start[kD], 10) << way.name;
    EXPECT_EQ(way.schedule.start[kE], 20) << way.name;
  }
}

TEST(DisruptBatches, AMemberThatIsCancelledLeavesTheOthersTogether) {
  const Disrupted changed = disrupted({.now = 0, .cancelled_jobs = {kA}});
  EXPECT_EQ(changed.published.start[kA], kNever);
  for (const Repair& way : repaired(changed)) {
    EXPECT_EQ(way.schedule.start[kB], 0) << way.name;
    EXPECT_EQ(way.schedule.start[kC], 0) << way.name;
  }
}

TEST(DisruptBatches, ANewOperationFindsRoomInABatch) {
  const NewOperation more{.batch_family = 0, .modes = {{.group = 0, .work = 8}}};
  const Disrupted changed = disrupted({.now = 5, .new_jobs = {{.job = {.due = 10}, .operations = {more}}}});
  const std::vector<Repair> ways = repaired(changed);
  const auto sticky =
      std::find_if(ways.begin(), ways.end(), [](const Repair& way) { return way.name == "sticky dispatch"; });
  ASSERT_NE(sticky, ways.end());
  EXPECT_TRUE(sticky->change.broken.empty());
  EXPECT_EQ(sticky->schedule.start[5], 10);
  EXPECT_EQ(sticky->schedule.end[5], 20);
}

}  // namespace
}  // namespace kilter::schedule
