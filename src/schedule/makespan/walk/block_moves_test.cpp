#include "schedule/makespan/walk/block_moves.hpp"

#include <gtest/gtest.h>

#include "schedule/makespan/walk/insertion_moves.hpp"
#include "schedule/makespan/walk/shop_path.hpp"
#include "schedule/search.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

Problem random_shop(std::uint64_t seed) { return plain_shop(seed, {.operations = 25, .machines = 3}); }

// Counts moves whose makespan is what the estimate says, below it, and that close a cycle.
struct Tally {
  int moves = 0;
  int exact = 0;
  int lower = 0;
  int cycles = 0;
};

void judge(ShopGraph& graph, const ShopMove& move, Tally& tally) {
  ShopGraph::Step step;
  ++tally.moves;
  if (!graph.move(move.operation, move.alternative, move.after, step)) {
    ++tally.cycles;
    return;
  }
  graph.sweep();
  const Tick makespan = graph.makespan();
  tally.exact += makespan == move.estimate ? 1 : 0;
  tally.lower += makespan < move.estimate ? 1 : 0;
  graph.undo(step);
  graph.sweep();
}

// Both kinds of moves on the critical paths of dispatched schedules.
void judge_all(Tally& inside, Tally& elsewhere) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Problem problem = random_shop(seed);
    const Shop shop(problem);
    ShopGraph graph(shop);
    graph.load(dispatch(problem, {}));
    graph.sweep();
    base::Random random(seed);
    ShopPath path;
    path.find(graph, random);
    std::vector<ShopMove> moves;
    BlockMoves blocks(shop);
    for (const ShopPath::Block& block : path.blocks()) {
      if (block.end - block.begin < 2) continue;
      blocks.scan(graph, path.operations().subspan(block.begin, block.end - block.begin), {},
                  [&](const ShopMove& move, std::span<const Index>, bool) { moves.push_back(move); });
    }
    for (const ShopMove& move : moves) judge(graph, move, inside);
    moves.clear();
    InsertionMoves insertions(shop);
    std::int64_t work = 0;
    for (const Index op : path.operations())
      insertions.scan(graph, op, random, work, [&](const ShopMove& move) { moves.push_back(move); });
    for (const ShopMove& move : moves) judge(graph, move, elsewhere);
  }
}

// Operations of zero duration may hide a cycle from the test of longest paths; the graph finds it.
TEST(BlockMoves, EstimatesAreMostlyExactAndMovesPossible) {
  Tally inside;
  Tally elsewhere;
  judge_all(inside, elsewhere);
  EXPECT_GT(inside.moves, 200);
  EXPECT_LT(inside.cycles, inside.moves / 50);
  EXPECT_GT(inside.exact, inside.moves / 2);
  EXPECT_LT(inside.lower, inside.moves / 3);
  EXPECT_GT(elsewhere.moves, 500);
  EXPECT_LT(elsewhere.cycles, elsewhere.moves / 50);
}

TEST(ShopPath, IsACriticalPath) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Problem problem = random_shop(seed);
    const Shop shop(problem);
    ShopGraph graph(shop);
    graph.load(dispatch(problem, {}));
    graph.sweep();
    base::Random random(seed);
    ShopPath path;
    path.find(graph, random);
    ASSERT_FALSE(path.operations().empty());
    const Index front = path.operations().front();
    EXPECT_EQ(graph.node(front).head(), std::max(shop.links(front).release, graph.node(front).gap));
    EXPECT_EQ(graph.node(path.operations().back()).end, graph.makespan());
    for (const Index op : path.operations()) {
      EXPECT_EQ(graph.node(op).end + graph.node(op).tail, graph.makespan()) << "seed " << seed;
    }
    Index covered = 0;
    for (const ShopPath::Block& block : path.blocks()) {
      EXPECT_EQ(block.begin, covered);
      covered = block.end;
      for (Index at = block.begin + 1; at < block.end; ++at)
        EXPECT_EQ(graph.node(path.operations()[at]).prev, path.operations()[at - 1]);
    }
    EXPECT_EQ(covered, path.operations().size());
  }
}

}  // namespace
}  // namespace kilter::schedule
