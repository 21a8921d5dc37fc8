#include "schedule/makespan/walk/exchange_moves.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "schedule/search.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

Problem random_shop(std::uint64_t seed) { return plain_shop(seed, {.operations = 25, .machines = 3}); }

std::vector<ShopMove> all_exchanges(const Shop& shop, const ShopGraph& graph) {
  std::vector<ShopMove> moves;
  ExchangeMoves exchanges(shop);
  std::int64_t work = 0;
  for (Index op = 0; op < shop.count(); ++op)
    exchanges.scan(graph, op, work, [&](const ShopMove& move) { moves.push_back(move); });
  return moves;
}

// The longest path through `op` in a timed graph.
Tick through(const ShopGraph& graph, Index op) { return graph.node(op).end + graph.node(op).tail; }

// Both stand in each other's place; the estimate is the longest path through either or, when heads or tails from
// outside changed with them, near it.
TEST(ExchangeMoves, SwapPlacesWithoutCycles) {
  int seen = 0;
  int exact = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const Problem problem = random_shop(seed);
    const Shop shop(problem);
    ShopGraph graph(shop);
    graph.load(dispatch(problem, {}));
    graph.sweep();
    for (const ShopMove& move : all_exchanges(shop, graph)) {
      const Index before = graph.node(move.operation).prev;
      const Index behind = graph.node(move.operation).next;
      const Index lane = graph.node(move.operation).lane;
      ShopGraph::Step first;
      ShopGraph::Step second;
      ASSERT_TRUE(graph.move(move.operation, move.alternative, move.after, first)) << "seed " << seed;
      ASSERT_TRUE(graph.move(move.partner, move.partner_alternative, before, second)) << "seed " << seed;
      graph.sweep();
      EXPECT_EQ(graph.node(move.partner).lane, lane);
      EXPECT_EQ(graph.node(move.partner).prev, before);
      EXPECT_EQ(graph.node(move.partner).next, behind);
      EXPECT_EQ(graph.node(move.operation).prev, move.after);
      ++seen;
      exact += std::max(through(graph, move.operation), through(graph, move.partner)) == move.estimate ? 1 : 0;
      graph.undo(second);
      graph.undo(first);
      graph.sweep();
    }
  }
  EXPECT_GT(seen, 1'000);
  EXPECT_GT(exact, seen * 2 / 3);
}

bool can_go(const Shop& shop, Index op, Index lane) {
  for (Index way = shop.first_alternative(op); way < shop.end_of_alternatives(op); ++way) {
    if (shop.alternative(way).lane == lane) return true;
  }
  return false;
}

// Whether a and b may swap lanes and run at the same time.
bool may_swap(const Shop& shop, const ShopGraph& graph, Index a, Index b) {
  const ShopGraph::Node& x = graph.node(a);
  const ShopGraph::Node& y = graph.node(b);
  const bool overlap = x.head() < y.end && y.head() < x.end;
  return x.lane != y.lane && overlap && can_go(shop, a, y.lane) && can_go(shop, b, x.lane);
}

TEST(ExchangeMoves, FindEveryOverlappingPair) {
  int seen = 0;
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    const Problem problem = random_shop(seed);
    const Shop shop(problem);
    ShopGraph graph(shop);
    graph.load(dispatch(problem, {}));
    graph.sweep();
    const std::vector<ShopMove> moves = all_exchanges(shop, graph);
    for (Index pair = 0; pair < shop.count() * shop.count(); ++pair) {
      const Index a = pair / shop.count();
      const Index b = pair % shop.count();
      if (!may_swap(shop, graph, a, b)) continue;
      ++seen;
      EXPECT_TRUE(std::any_of(moves.begin(), moves.end(),
                              [&](const ShopMove& move) { return move.operation == a && move.partner == b; }))
          << "seed " << seed << ": " << a << " and " << b;
    }
  }
  EXPECT_GT(seen, 1'000);
}

}  // namespace
}  // namespace kilter::schedule
