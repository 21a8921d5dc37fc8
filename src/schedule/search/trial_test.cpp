#include "schedule/search/trial.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "schedule/search.hpp"
#include "schedule/testing/random_problem.hpp"
#include "schedule/timing/objective.hpp"

namespace kilter::schedule {
namespace {

Place random_place(const State& state, Index lane, base::Random& random) {
  std::vector<Index> nodes{kNone};
  for (Index node = state.first[lane]; node != kNone; node = state.next[node]) nodes.push_back(node);
  return {.lane = lane, .after = nodes[random.below(static_cast<std::uint32_t>(nodes.size()))]};
}

// Any mode, lane and place; people and tools at random (also in two slots at once, which put_in need not notice).
Seat random_seat(const Problem& problem, const State& state, Index op, base::Random& random) {
  const auto modes = static_cast<std::uint32_t>(problem.modes_of(op).size());
  Seat seat{.mode = problem.mode_begin[op] + random.below(modes)};
  const Index group = problem.modes[seat.mode].group;
  if (group != kNone) {
    seat.machine =
        random_place(state, problem.groups[group].first_lane + random.below(problem.groups[group].lane_count), random);
  }
  std::vector<Index> used;
  for (const Slot& slot : problem.slots_of(op)) {
    const auto& set = problem.lane_sets[slot.lanes];
    Index lane = set[random.below(static_cast<std::uint32_t>(set.size()))].lane;
    for (const Candidate& candidate : set) {
      if (std::count(used.begin(), used.end(), lane) > 0) lane = candidate.lane;
    }
    used.push_back(lane);
    seat.slots.push_back(random_place(state, lane, random));
  }
  return seat;
}

void expect_exact(const Problem& problem, const Trial& trial, std::uint64_t seed) {
  const Network network(problem);
  Solution claimed = to_solution(network, trial.state());
  claimed.score = score_of(network, trial.state());
  // How far a predecessor was delayed before its successor turned out impossible depends on the path: no twin to
  // compare with.
  if (network.has_maximum_lags() && claimed.score.unplaced > 0) return;
  const Solution slow = retime_slow(problem, claimed);
  ASSERT_EQ(slow.start, claimed.start) << "seed " << seed;
  ASSERT_EQ(slow.end, claimed.end) << "seed " << seed;
  ASSERT_TRUE(slow.score == claimed.score) << "seed " << seed;
  ASSERT_EQ(trial.worth().unplaced, claimed.score.unplaced) << "seed " << seed;
  ASSERT_EQ(trial.worth().cost, claimed.score.total()) << "seed " << seed;
}

void expect_same_state(const State& a, const State& b, std::uint64_t seed) {
  ASSERT_EQ(a.order, b.order) << "seed " << seed;
  ASSERT_EQ(a.position, b.position) << "seed " << seed;
  ASSERT_EQ(a.lane, b.lane) << "seed " << seed;
  ASSERT_EQ(a.next, b.next) << "seed " << seed;
  ASSERT_EQ(a.previous, b.previous) << "seed " << seed;
  ASSERT_EQ(a.start, b.start) << "seed " << seed;
  ASSERT_EQ(a.busy_until, b.busy_until) << "seed " << seed;
  ASSERT_EQ(a.not_before, b.not_before) << "seed " << seed;
}

// Random moves, kept or taken back at random: the incremental times and costs are those of a sweep from nothing.
void walk(const Mix& mix, std::uint64_t seed) {
  const Problem problem = random_problem(seed, mix);
  const Network network(problem);
  Trial trial(network, dispatch(problem, {}));
  base::Random random(seed);
  for (int step = 0; step < 40; ++step) {
    const Index op = random.below(problem.operation_count);
    if (problem.fixed[op] != Fixed::free) continue;
    const State before = trial.state();
    const Worth worth = trial.worth();
    trial.take_out(op);
    const bool possible = trial.put_in(op, random_seat(problem, trial.state(), op, random));
    if (possible) {
      trial.settle();
      ASSERT_NO_FATAL_FAILURE(expect_exact(problem, trial, seed));
    }
    if (possible && random.chance(0.5)) {
      trial.keep();
      continue;
    }
    trial.undo();
    ASSERT_NO_FATAL_FAILURE(expect_same_state(before, trial.state(), seed));
    ASSERT_TRUE(worth == trial.worth());
  }
}

// Parts of sequences in a random order of their own: exact when possible, without a trace when taken back.
void rearrange_parts(const Mix& mix, std::uint64_t seed, int& possible) {
  const Problem problem = random_problem(seed, mix);
  const Network network(problem);
  Trial trial(network, dispatch(problem, {}));
  base::Random random(seed);
  for (int step = 0; step < 30; ++step) {
    const State before = trial.state();
    std::vector<Lineup> lineups;
    for (Index lane = 0; lane < problem.lanes.size(); ++lane) {
      Lineup lineup{.lane = lane, .after = random_place(before, lane, random).after, .until = kNone, .nodes = {}};
      Index node = lineup.after == kNone ? before.first[lane] : before.next[lineup.after];
      while (node != kNone && random.chance(0.7)) {
        lineup.nodes.push_back(node);
        node = before.next[node];
      }
      lineup.until = node;
      if (lineup.nodes.size() > 1 && random.chance(0.4)) {
        const auto count = static_cast<std::uint32_t>(lineup.nodes.size());
        std::swap(lineup.nodes[random.below(count)], lineup.nodes[random.below(count)]);
      }
      lineups.push_back(std::move(lineup));
    }
    const bool done = trial.rearrange(lineups, {});
    if (done) {
      trial.settle();
      ++possible;
      ASSERT_NO_FATAL_FAILURE(expect_exact(problem, trial, seed));
    }
    if (done && random.chance(0.5)) {
      trial.keep();
      continue;
    }
    trial.undo();
    ASSERT_NO_FATAL_FAILURE(expect_same_state(before, trial.state(), seed));
  }
}

TEST(Trial, RearrangesPartsOfSequencesExactly) {
  int possible = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) rearrange_parts({.operations = 20}, seed, possible);
  EXPECT_GT(possible, 500);
}

TEST(Trial, PlainShops) {
  const Mix mix{.operations = 20,
                .calendars = false,
                .setups = false,
                .slots = false,
                .maximum_lags = false,
                .transfers = false,
                .fixed = false,
                .breaks_matter = false};
  for (std::uint64_t seed = 1; seed <= 200; ++seed) ASSERT_NO_FATAL_FAILURE(walk(mix, seed));
}

TEST(Trial, Everything) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    ASSERT_NO_FATAL_FAILURE(walk({.operations = 16, .setup_ahead = seed % 4 == 0}, seed));
    ASSERT_NO_FATAL_FAILURE(walk({.operations = 16, .maximum_lags = false, .setup_ahead = seed % 4 == 1}, seed));
  }
}

TEST(Trial, CostsOfTime) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    ASSERT_NO_FATAL_FAILURE(walk(
        {.operations = 16, .maximum_lags = seed % 2 == 0, .setup_ahead = seed % 4 == 1, .timed_costs = true}, seed));
  }
}

TEST(Trial, MaximumLags) {
  const Mix mix{
      .operations = 16, .setups = false, .slots = false, .fixed = false, .breaks_matter = false, .horizon = 24 * 100};
  for (std::uint64_t seed = 1; seed <= 300; ++seed) ASSERT_NO_FATAL_FAILURE(walk(mix, seed));
}

TEST(Trial, LoadingAStateIsTheSameAsStartingFromIt) {
  const Problem problem = random_problem(5, {.operations = 20});
  const Network network(problem);
  const Solution start = dispatch(problem, {});
  Trial trial(network, start);
  const State first = trial.state();
  const Worth worth = trial.worth();
  base::Random random(1);
  for (Index op = 0; op < problem.operation_count; ++op) {
    if (problem.fixed[op] != Fixed::free) continue;
    trial.take_out(op);
    if (trial.put_in(op, random_seat(problem, trial.state(), op, random))) {
      trial.settle();
      trial.keep();
    } else {
      trial.undo();
    }
  }
  EXPECT_NE(trial.state().order, first.order);
  trial.load(first);
  EXPECT_TRUE(trial.worth() == worth);
  expect_same_state(first, trial.state(), 5);
}

}  // namespace
}  // namespace kilter::schedule
