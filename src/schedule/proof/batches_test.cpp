// Batch machines by hand: what is a batch, what the judge refuses, and what dispatch, search and bound make of them.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/require.hpp"
#include "schedule/bounds/lower_bound.hpp"
#include "schedule/search.hpp"
#include "schedule/testing/oven.hpp"
#include "schedule/timing/network.hpp"
#include "schedule/timing/propagation.hpp"
#include "schedule/timing/prune.hpp"

namespace kilter::schedule {
namespace {

// The operations in their order, those of `joins` with the one before.
Solution in_order(const Problem& problem, std::vector<std::uint8_t> joins) {
  Solution solution;
  for (Index op = 0; op < problem.operation_count; ++op) {
    solution.order.push_back(op);
    solution.mode.push_back(problem.mode_begin[op]);
    solution.lane.push_back(0);
  }
  solution.joins = std::move(joins);
  return retime_slow(problem, solution);
}

void expect_refused(const Problem& problem, const Solution& solution, const std::string& why) {
  const std::vector<std::string> found = violations(problem, solution);
  const bool told = std::any_of(found.begin(), found.end(),
                                [&](const std::string& line) { return line.find(why) != std::string::npos; });
  EXPECT_TRUE(told) << why << ", found " << (found.empty() ? "nothing" : found.front());
}

TEST(Batches, StartWithTheLastAndWorkAsLongAsTheLongestMember) {
  //   release   0  a (10)        [a b c] 5..25   then d 25..35
  //             5  b (20)
  const Problem problem = oven(3, {{}, {.work = 20, .release = 5}, {}, {}});
  const Solution solution = in_order(problem, {0, 1, 1, 0});
  EXPECT_TRUE(violations(problem, solution).empty()) << violations(problem, solution).front();
  EXPECT_EQ(solution.start, (std::vector<Tick>{5, 5, 5, 25}));
  EXPECT_EQ(solution.end, (std::vector<Tick>{25, 25, 25, 35}));
}

TEST(Batches, TooFullAreRefused) {
  const Problem problem = oven(3, {{.size = 2}, {.size = 2}});
  expect_refused(problem, in_order(problem, {0, 1}), "operation 1: its batch is overfull");
  const Problem larger = oven(4, {{.size = 2}, {.size = 2}});
  EXPECT_TRUE(violations(larger, in_order(larger, {0, 1})).empty());
}

TEST(Batches, OnMachinesThatHoldOneOperationAreRefused) {
  const Problem problem = oven(0, {{}, {}});
  expect_refused(problem, in_order(problem, {0, 1}), "its batch is overfull");
}

TEST(Batches, OfMixedFamiliesAreRefused) {
  const Problem problem = oven(3, {{}, {.family = 1}});
  expect_refused(problem, in_order(problem, {0, 1}), "joins another batch family");
  const Problem alone = oven(3, {{.family = kNone}, {.family = kNone}});
  expect_refused(alone, in_order(alone, {0, 1}), "joins another batch family");
}

TEST(Batches, WhoseMembersStartOrEndApartAreRefused) {
  const Problem problem = oven(3, {{}, {}});
  Solution solution = in_order(problem, {0, 1});
  solution.end[1] += 1;
  expect_refused(problem, solution, "not at the same time as its batch");
  solution = in_order(problem, {0, 1});
  solution.start[1] += 1;
  expect_refused(problem, solution, "not at the same time as its batch");
}

TEST(Batches, ThatAreShorterThanTheirLongestMemberAreRefused) {
  const Problem problem = oven(3, {{}, {.work = 20}});
  Solution solution = in_order(problem, {0, 1});
  solution.end = {10, 10};
  expect_refused(problem, solution, "open time and work differ");
}

TEST(Batches, WorkAtTheSameTimeThatIsNotOneBatchIsRefused) {
  const Problem problem = oven(3, {{}, {}});
  Solution solution = in_order(problem, {0, 1});
  solution.joins = {0, 0};
  expect_refused(problem, solution, "overlaps on lane 0");
}

TEST(Batches, OfFixedWorkAreRefused) {
  Problem problem = oven(3, {{}, {}});
  problem.fixed[1] = Fixed::pinned;
  problem.fixed_lane[1] = 0;
  expect_refused(problem, in_order(problem, {0, 1}), "fixed work in a batch");
}

// The loads, and the first `fixed` of them running or pinned in one batch at the release of the first.
Problem begun_oven(BatchSize capacity, const std::vector<Load>& loads, Index fixed, Fixed how) {
  Problem problem = oven(capacity, loads);
  problem.fixed_batch.assign(problem.operation_count, kNone);
  for (Index op = 0; op < fixed; ++op) {
    problem.fixed[op] = how;
    problem.fixed_lane[op] = 0;
    problem.release[op] = problem.release[0];
    problem.fixed_batch[op] = 0;
  }
  return problem;
}

TEST(Batches, ThatRunEndTogetherAndNothingJoinsThem) {
  const Problem problem = begun_oven(4, {{}, {.work = 20}, {}}, 2, Fixed::running);
  const Solution solution = dispatch(problem, {});
  EXPECT_TRUE(violations(problem, solution).empty()) << violations(problem, solution).front();
  EXPECT_EQ(solution.start, (std::vector<Tick>{0, 0, 20}));
  EXPECT_EQ(solution.end, (std::vector<Tick>{20, 20, 30}));
  expect_refused(problem, in_order(problem, {0, 1, 1}), "operation 2: fixed work in a batch");
  expect_refused(problem, in_order(problem, {0, 0, 0}), "operation 1: not in one batch with operation 0");
}

TEST(Batches, ThatArePinnedStandInOnePlaceWhateverIsSearched) {
  // c and d may stand before or behind, not with a and b, which are late for their jobs where they are.
  const std::vector<Load> loads = {{.release = 15}, {.work = 20, .release = 15}, {.due = 5}, {.due = 5}};
  const Problem problem = begun_oven(2, loads, 2, Fixed::pinned);
  const Solution found = improve(problem, dispatch(problem, {}), {.steps = 500});
  EXPECT_TRUE(violations(problem, found).empty()) << violations(problem, found).front();
  EXPECT_EQ(found.start, (std::vector<Tick>{15, 15, 0, 0}));
  EXPECT_EQ(found.end, (std::vector<Tick>{35, 35, 10, 10}));
  EXPECT_LE(lower_bound(problem, {}).value, found.score.total());
}

TEST(Batches, OfPinnedWorkLoseOnlyTheMemberThatComesTooLate) {
  Problem problem =
      begun_oven(3, {{.release = 5}, {.release = 5}, {.release = 5}, {.work = 30, .family = kNone}}, 3, Fixed::pinned);
  // b waits for d, which takes another lane until 30.
  problem.lanes.push_back({.calendar = 0});
  problem.batch_capacity.push_back(0);
  problem.groups.push_back({.first_lane = 1, .lane_count = 1});
  problem.modes[3].group = 1;
  problem.predecessors = {{.operation = 3}};
  problem.predecessor_begin = {0, 0, 1, 1, 1};
  Solution solution;
  solution.order = {3, 0, 1, 2};
  solution.mode = {0, 1, 2, 3};
  solution.lane = {0, 0, 0, 1};
  solution.joins = {0, 1, 1, 0};
  const Network network(problem);
  CalendarCache calendars(problem);
  const Timing timing(network, calendars);
  Propagation propagation(network, timing);
  State state = make_state(network, calendars, solution);
  propagation.sweep(state);
  EXPECT_EQ(state.start, (std::vector<Tick>{kNever, kNever, kNever, 0}));
  prune_unplaced(network, propagation, state);
  EXPECT_EQ(state.start, (std::vector<Tick>{5, kNever, 5, 0}));
  EXPECT_EQ(dispatch(problem, {}).start, (std::vector<Tick>{5, kNever, 5, 0}));
}

TEST(Batches, LoseOnlyMembersThatFindNoPlaceAlone) {
  // The second would end beyond the horizon.
  const Problem problem = oven(3, {{}, {.release = 995}, {}});
  const Network network(problem);
  CalendarCache calendars(problem);
  const Timing timing(network, calendars);
  Propagation propagation(network, timing);
  State state = make_state(network, calendars, in_order(problem, {0, 1, 1}));
  propagation.sweep(state);
  prune_unplaced(network, propagation, state);
  EXPECT_EQ(state.start, (std::vector<Tick>{0, kNever, 0}));
}

TEST(Batches, OfFixedWorkAreFixedAlike) {
  Problem problem = begun_oven(3, {{}, {}}, 2, Fixed::pinned);
  problem.release[1] = 7;
  EXPECT_DEATH({ const Network network(problem); }, "release");
  Problem full = begun_oven(1, {{}, {}}, 2, Fixed::running);
  EXPECT_DEATH({ const Network network(full); }, "load");
}

TEST(Batches, OpenWithWhatIsReadyAndFits) {
  // At 0 a waits, with b and c of its family; two of the three fit. d comes later, e is of another family.
  const Problem problem = oven(2, {{.due = 1}, {.due = 2}, {.due = 3}, {.release = 4}, {.family = 1, .due = 900}});
  const Solution solution = dispatch(problem, {.due_share = 1.0});
  EXPECT_TRUE(violations(problem, solution).empty()) << violations(problem, solution).front();
  EXPECT_EQ(solution.start[0], 0);
  EXPECT_EQ(solution.start[1], 0);
  EXPECT_EQ(solution.start[2], 10);
  EXPECT_EQ(solution.start[3], 10);
  EXPECT_EQ(solution.start[4], 20);
}

TEST(Batches, AreWaitedForOnlyByTheSearch) {
  // Alone a ends at 10 and b at 20; together both end at 11, which is worth the second.
  const Problem problem = oven(2, {{}, {.release = 1}});
  const Solution first = dispatch(problem, {});
  EXPECT_EQ(first.score.tardiness, 30);
  const Solution found = improve(problem, first, {.steps = 500});
  EXPECT_TRUE(violations(problem, found).empty());
  EXPECT_EQ(found.score.tardiness, 22);
  EXPECT_EQ(found.joins[0] + found.joins[1], 1);
}

TEST(Batches, FillTheMachineInTheBound) {
  // Six loads of 2 in a capacity of 4: three batches of 10 seconds.
  Problem problem = oven(4, std::vector<Load>(6, {.size = 2}));
  problem.jobs = {{.due = 0, .late_per_second = 1}};
  problem.closing_begin = {0, 6};
  problem.serves.assign(6, 0);
  EXPECT_EQ(lower_bound(problem, {}).value, 30);
  EXPECT_EQ(dispatch(problem, {}).score.total(), 30);
}

TEST(Batches, MayHaveNoTransfersAndNoPeople) {
  Problem problem = oven(2, {{}, {}});
  problem.predecessors = {{.operation = 0, .transfer = 0}};
  problem.predecessor_begin = {0, 0, 1};
  problem.transfers = {{.batches = 2}};
  EXPECT_DEATH({ const Network network(problem); }, "transfer");
}

}  // namespace
}  // namespace kilter::schedule
