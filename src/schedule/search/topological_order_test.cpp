#include "schedule/search/topological_order.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "schedule/search.hpp"
#include "schedule/testing/random_problem.hpp"
#include "schedule/timing/state.hpp"

namespace kilter::schedule {
namespace {

bool reaches(const Network& network, const State& state, Index from, Index to) {
  if (from == to) return true;
  for (const Successor& successor : network.successors_of(from)) {
    if (reaches(network, state, successor.operation, to)) return true;
  }
  return state.next[from] != kNone && reaches(network, state, state.next[from], to);
}

bool is_topological(const Network& network, const State& state) {
  for (Index op = 0; op < network.operation_count(); ++op) {
    if (state.order[state.position[op]] != op) return false;
    for (const Successor& successor : network.successors_of(op)) {
      if (state.position[successor.operation] < state.position[op]) return false;
    }
    if (state.next[op] != kNone && state.position[state.next[op]] < state.position[op]) return false;
  }
  return true;
}

// Any pair may be asked for: done when no path leads back, refused when one does, and undone to the same order.
TEST(TopologicalOrder, TellsCyclesAndKeepsTheOrder) {
  const Mix mix{.operations = 14, .slots = false, .fixed = false};
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Problem problem = random_problem(seed, mix);
    const Network network(problem);
    CalendarCache calendars(problem);
    State state = make_state(network, calendars, dispatch(problem, {}));
    TopologicalOrder order(network);
    base::Random random(seed);
    for (int step = 0; step < 30; ++step) {
      const std::vector<Index> before = state.order;
      const Index a = random.below(problem.operation_count);
      const Index b = random.below(problem.operation_count);
      const bool done = a != b && order.require(state, a, b);
      ASSERT_EQ(done, !reaches(network, state, b, a)) << "seed " << seed;
      ASSERT_TRUE(is_topological(network, state)) << "seed " << seed;
      ASSERT_TRUE(!done || state.position[a] < state.position[b]) << "seed " << seed;
      if (random.chance(0.5)) {
        order.forget();
        continue;
      }
      order.undo(state);
      ASSERT_EQ(state.order, before) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace kilter::schedule
