#include "schedule/dispatch/dispatcher.hpp"

#include <gtest/gtest.h>

#include "schedule/dispatch/list_schedule.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

constexpr Tick kSlow = 50'000;
constexpr Tick kFast = 1'000;

// One operation that must not pause, on a slow machine that never closes or on a fast one that closes for 100 ticks
// after every 900, until it stays open from `long_hours` on.
Problem slow_or_fast(Tick long_hours) {
  Problem problem;
  problem.operation_count = 1;
  problem.calendars.push_back(time::WorkingCalendar::always(0, 1'000'000));
  std::vector<time::Interval> hours;
  for (Tick at = 0; at < long_hours; at += 1'000) hours.push_back({.open = at, .close = at + 900});
  hours.push_back({.open = long_hours, .close = 1'000'000});
  problem.calendars.emplace_back(std::move(hours));
  problem.groups = {{.first_lane = 0, .lane_count = 1}, {.first_lane = 1, .lane_count = 1}};
  problem.lanes = {{.calendar = 0}, {.calendar = 1}};
  problem.modes = {{.group = 0, .work = kSlow}, {.group = 1, .work = kFast}};
  problem.mode_begin = {0, 2};
  problem.slot_begin = problem.predecessor_begin = {0, 0};
  problem.closing_begin = {0};
  problem.release = {0};
  problem.family = {kNone};
  problem.own_setup = {0};
  problem.pausable = {0};
  problem.fixed = {Fixed::free};
  problem.fixed_lane = {kNone};
  problem.serves = {kNone};
  problem.latest_end = {100'000};
  return problem;
}

// The state after all events, which must be no more than `most`.
State decided(const Problem& problem, std::uint64_t most) {
  const Network network(problem);
  const Shared shared(network);
  CalendarCache calendars(problem);
  State state = make_state(network);
  Dispatcher dispatcher(shared, calendars, state, {});
  dispatcher.begin();
  EXPECT_TRUE(dispatcher.advance(kNever, most));
  dispatcher.complete();
  return state;
}

TEST(Dispatcher, WaitsForAFreeFasterMachineUntilThatCanBegin) {
  const State state = decided(slow_or_fast(40'000), 20);
  EXPECT_EQ(state.lane[0], 1U);
  EXPECT_EQ(state.start[0], 40'000);
}

TEST(Dispatcher, DoesNotWaitForAFreeFasterMachineThatWouldEndLater) {
  const State state = decided(slow_or_fast(60'000), 20);
  EXPECT_EQ(state.lane[0], 0U);
  EXPECT_EQ(state.start[0], 0);
}

// A lane that can do nothing yet asks again when that may change, not at every tick: these have 1,440.
TEST(Dispatcher, AsksAgainAFewTimesPerOperation) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    const Problem problem = random_problem(seed, {.operations = 20});
    decided(problem, 40 * std::uint64_t{problem.operation_count} + 40);
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed;
  }
}

}  // namespace
}  // namespace kilter::schedule
