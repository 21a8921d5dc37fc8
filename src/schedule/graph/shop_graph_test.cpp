#include "schedule/graph/shop_graph.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "schedule/search.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

Problem random_shop(std::uint64_t seed) { return plain_shop(seed, {.operations = 14}); }

// The longest path from the end of each operation to the end of all, by relaxing every arc until nothing changes.
std::vector<Tick> slow_tails(const Problem& problem, const Solution& solution) {
  std::vector<Tick> tails(problem.operation_count, 0);
  std::vector<std::array<Index, 2>> on_lanes;  // direct successions
  for (std::size_t i = 0; i < solution.order.size(); ++i) {
    for (std::size_t j = i + 1; j < solution.order.size(); ++j) {
      const Index a = solution.order[i];
      const Index b = solution.order[j];
      if (solution.lane[a] == kNone || solution.lane[a] != solution.lane[b]) continue;
      on_lanes.push_back({a, b});
      break;
    }
  }
  const bool ahead = problem.setup_overlaps_waiting;
  const auto behind = [&](Index op) {
    return tails[op] + problem.modes[solution.mode[op]].work + (ahead ? 0 : solution.setup[op]);
  };
  for (Index pass = 0; pass < problem.operation_count; ++pass) {
    for (Index op = 0; op < problem.operation_count; ++op) {
      for (const Arc& arc : problem.predecessors_of(op))
        tails[arc.operation] = std::max(tails[arc.operation], behind(op) + arc.minimum_lag);
    }
    for (const auto& [a, b] : on_lanes) tails[a] = std::max(tails[a], behind(b) + (ahead ? solution.setup[b] : 0));
  }
  return tails;
}

void expect_exact(const Problem& problem, const ShopGraph& graph, std::uint64_t seed) {
  Solution claimed = graph.to_solution();
  const Solution slow = retime_slow(problem, claimed);
  ASSERT_EQ(claimed.start, slow.start) << "seed " << seed;
  ASSERT_EQ(claimed.end, slow.end) << "seed " << seed;
  ASSERT_EQ(claimed.setup, slow.setup) << "seed " << seed;
  ASSERT_EQ(graph.makespan(), *std::max_element(slow.end.begin(), slow.end.end())) << "seed " << seed;
  const std::vector<Tick> tails = slow_tails(problem, slow);
  for (Index op = 0; op < problem.operation_count; ++op) {
    ASSERT_EQ(graph.node(op).tail, tails[op]) << "seed " << seed << " operation " << op;
    ASSERT_EQ(graph.order()[graph.position(op)], op);
  }
  claimed.score = slow.score;
  const auto faults = violations(problem, claimed);
  ASSERT_TRUE(faults.empty()) << "seed " << seed << ": " << faults.front();
}

// Whether the lanes' sequences and the arcs leave a cycle when `op` is put behind `after` in `alternative`.
bool closes_cycle(const ShopGraph& graph, Index op, Index alternative, Index after) {
  const Shop& shop = graph.shop();
  std::vector<std::vector<Index>> before(shop.count());
  for (Index x = 0; x < shop.count(); ++x) {
    for (const Arc& arc : shop.problem().predecessors_of(x)) before[x].push_back(arc.operation);
  }
  for (Index lane = 0; lane < shop.lane_count(); ++lane) {
    std::vector<Index> sequence;
    const bool target = lane == shop.alternative(alternative).lane;
    if (target && after == shop.count()) sequence.push_back(op);
    for (Index x = graph.first_on(lane); x != shop.count(); x = graph.node(x).next) {
      if (x != op) sequence.push_back(x);
      if (target && x == after) sequence.push_back(op);
    }
    for (std::size_t i = 1; i < sequence.size(); ++i) before[sequence[i]].push_back(sequence[i - 1]);
  }
  std::vector<bool> done(shop.count(), false);
  Index left = shop.count();
  for (bool any = true; any;) {
    any = false;
    for (Index x = 0; x < shop.count(); ++x) {
      const bool ready = std::all_of(before[x].begin(), before[x].end(), [&](Index y) { return done[y]; });
      if (done[x] || !ready) continue;
      done[x] = any = true;
      --left;
    }
  }
  return left > 0;
}

TEST(ShopGraph, AgreesWithTheSlowTimingAfterEveryMoveAndUndo) {
  int cycles = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Problem problem = random_shop(seed);
    ASSERT_TRUE(Shop::fits(problem)) << "seed " << seed;
    const Shop shop(problem);
    ShopGraph graph(shop);
    graph.sweep();
    base::Random random(seed);
    ShopGraph::Step step;
    for (int round = 0; round < 30; ++round) {
      const Index op = random.below(shop.count());
      const Index first = shop.first_alternative(op);
      const Index way = first + random.below(shop.end_of_alternatives(op) - first);
      std::vector<Index> places{shop.count()};
      for (Index x = graph.first_on(shop.alternative(way).lane); x != shop.count(); x = graph.node(x).next) {
        if (x != op) places.push_back(x);
      }
      const Index after = places[random.below(static_cast<std::uint32_t>(places.size()))];
      const Solution before = graph.to_solution();
      const bool cycle = closes_cycle(graph, op, way, after);
      cycles += cycle ? 1 : 0;
      ASSERT_EQ(graph.move(op, way, after, step), !cycle) << "seed " << seed;
      if (cycle) continue;
      graph.sweep_ends(step.low);
      graph.sweep_tails(step.high);
      expect_exact(problem, graph, seed);
      if (random.chance(0.5)) continue;
      graph.undo(step);
      graph.sweep_ends(step.low);
      graph.sweep_tails(step.high);
      expect_exact(problem, graph, seed);
      ASSERT_EQ(graph.to_solution().order, before.order) << "seed " << seed;
      ASSERT_EQ(graph.to_solution().mode, before.mode) << "seed " << seed;
    }
  }
  EXPECT_GT(cycles, 300);
}

TEST(ShopGraph, LoadsWhatItSaved) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Problem problem = random_shop(seed);
    const Solution dispatched = dispatch(problem, {});
    ASSERT_EQ(dispatched.score.unplaced, 0) << "seed " << seed;
    const Shop shop(problem);
    ShopGraph graph(shop);
    graph.load(dispatched);
    graph.sweep();
    const Solution saved = graph.to_solution();
    ASSERT_EQ(saved.start, dispatched.start) << "seed " << seed;
    ASSERT_EQ(saved.end, dispatched.end) << "seed " << seed;
    ASSERT_EQ(saved.lane, dispatched.lane) << "seed " << seed;
    ASSERT_EQ(saved.mode, dispatched.mode) << "seed " << seed;
  }
}

TEST(Shop, IsNotWhatHasOtherFeatures) {
  const Problem plain = random_shop(1);
  EXPECT_TRUE(Shop::fits(plain));
  Problem problem = plain;
  problem.calendars.push_back(time::WorkingCalendar({{.open = 0, .close = 8}, {.open = 24, .close = 32}}));
  EXPECT_FALSE(Shop::fits(problem));
  problem = plain;
  problem.fixed[0] = Fixed::pinned;
  EXPECT_FALSE(Shop::fits(problem));
  problem = plain;
  problem.modes[0].work = 1 << 30;
  EXPECT_FALSE(Shop::fits(problem));
  problem = plain;
  problem.release[0] = -1;
  EXPECT_FALSE(Shop::fits(problem));
}

}  // namespace
}  // namespace kilter::schedule
