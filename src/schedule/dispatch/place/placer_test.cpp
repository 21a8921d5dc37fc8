#include "schedule/dispatch/place/placer.hpp"

#include <gtest/gtest.h>

#include <tuple>

#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

// The slow twin for an operation with one slot: every candidate asked by itself.
Choice each_asked_alone(const Problem& problem, Placer& placer, Index op, const Choice& machine, Tick from) {
  const Index slot = problem.slot_begin[op];
  std::vector<Index> only(problem.slots.size(), kNone);
  Choice best;
  for (const Candidate& candidate : problem.lane_sets[problem.slots[slot].lanes]) {
    only[slot] = candidate.lane;
    placer.prefer(only, kNever);
    const Choice choice = placer.consider(op, machine.mode, machine.lane, from);
    const auto rank = [&problem](const Choice& c) {
      return std::tuple(c.times.end, problem.lanes[c.slot_lanes[0]].cost_per_second, c.times.start, c.slot_lanes[0]);
    };
    if (choice.possible() && (!best.possible() || rank(choice) < rank(best))) best = choice;
  }
  return best;
}

TEST(Placer, ASlotGoesToTheCandidateThatEndsFirst) {
  int asked = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const Problem problem =
        random_problem(seed, {.operations = 25, .maximum_lags = false, .transfers = false, .fixed = false});
    const Network network(problem);
    CalendarCache calendars(problem);
    State state = make_state(network);
    Placer placer(network, calendars, state);
    Placer alone(network, calendars, state);
    for (Index op = 0; op < problem.operation_count; ++op) {
      const Tick from = problem.release[op];
      const Choice choice = placer.consider_all(op, from);
      if (!choice.possible()) continue;
      alone.book() = placer.book();
      if (problem.slots_of(op).size() == 1 && problem.fixed_slot_lane[problem.slot_begin[op]] == kNone) {
        const Choice slow = each_asked_alone(problem, alone, op, choice, from);
        ASSERT_EQ(choice.times.end, slow.times.end) << "seed " << seed << " operation " << op;
        ++asked;
      }
      placer.hold(op, choice, kNever);
    }
  }
  EXPECT_GT(asked, 500);
}

}  // namespace
}  // namespace kilter::schedule
