// Moves inside the blocks of a critical path: neighbourhood N7 (Zhang, Li, Guan, Rao 2007). An operation of a block
// goes behind its last or before its first one (N6, Balas and Vazacopoulos 1998), the first or last one goes inside.
//
//   a [b c d e] f     c behind e: a [b d e c] f;   c before b;   b behind c;   e before c
//
// Only moves that a test of longest paths proves free of cycles. The estimate (Balas and Vazacopoulos) is the longest
// path through the operations that change place, with heads and tails from outside as they are: O(places moved).
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "schedule/graph/shop_graph.hpp"
#include "schedule/makespan/walk/move.hpp"

namespace kilter::schedule {

class BlockMoves {
 public:
  struct Ends {
    bool first = true;  // moves that change who is first may help
    bool last = true;
  };
  explicit BlockMoves(const Shop& shop);

  // Shows each move to `sink(move, passed, forward)`, where `passed` are the operations of the block that it passes.
  template <typename Sink>
  void scan(const ShopGraph& graph, std::span<const Index> block, Ends ends, Sink&& sink) {
    read(graph, block);
    const Index last = static_cast<Index>(block.size()) - 1;
    if (ends.last) {
      for (Index i = 0; i < last; ++i) forward(graph, i, last, sink);
    }
    if (ends.first) {
      const Index from = ends.last && last == 1 ? 2 : 1;  // two operations: only one way to swap
      for (Index i = from; i <= last; ++i) backward(graph, i, 0, sink);
      for (Index j = 2; j < last; ++j) forward(graph, 0, j, sink);
    }
    if (ends.last) {
      for (Index j = 1; j + 2 <= last; ++j) backward(graph, last, j, sink);
    }
  }

 private:
  void read(const ShopGraph& graph, std::span<const Index> block);
  // Longest path through the operations of the places first to last in the order of `places_`.
  [[nodiscard]] Tick estimate(const ShopGraph& graph, Index first, Index last);
  template <bool kSetups>
  [[nodiscard]] Tick estimate(const ShopGraph& graph, Index first, Index last);

  // Whether there is an arc from `before` to `x`.
  [[nodiscard]] bool follows(Index x, Index before) const {
    if (shop_->links(x).before == before) return true;
    const auto more = shop_->more_before(x);
    return std::any_of(more.begin(), more.end(), [before](const LaggedArc& arc) { return arc.operation == before; });
  }

  // i behind j, i < j. No cycle if from j to the end is at least as long as from the successors of i.
  template <typename Sink>
  void forward(const ShopGraph& graph, Index i, Index j, Sink&& sink) {
    if (tail_[j] + work_[j] < job_tail_[i] || follows(block_[j], block_[i])) return;
    Index count = 0;
    for (Index k = i + 1; k <= j; ++k) places_[count++] = k;
    places_[count] = i;
    const ShopMove move{.operation = block_[i],
                        .alternative = graph.node(block_[i]).alternative,
                        .after = block_[j],
                        .estimate = estimate(graph, i, j)};
    sink(move, block_.subspan(i + 1, j - i), true);
  }
  // j before i, i < j.
  template <typename Sink>
  void backward(const ShopGraph& graph, Index j, Index i, Sink&& sink) {
    if (graph.node(block_[i]).end < job_head_[j] || follows(block_[j], block_[i])) return;
    Index count = 0;
    places_[count++] = j;
    for (Index k = i; k < j; ++k) places_[count++] = k;
    const ShopMove move{.operation = block_[j],
                        .alternative = graph.node(block_[j]).alternative,
                        .after = graph.node(block_[i]).prev,
                        .estimate = estimate(graph, i, j)};
    sink(move, block_.subspan(i, j - i), false);
  }

  const Shop* shop_;
  std::span<const Index> block_;
  // Per place in the block.
  std::vector<Tick> job_head_;  // when release and predecessors let it begin
  std::vector<Tick> job_tail_;  // longest path behind its end through successors
  std::vector<Tick> work_;      // duration without setup; with it when there are none
  std::vector<Tick> tail_;
  std::vector<Index> places_;
  std::vector<Tick> end_;  // scratch of the estimate
  std::vector<Tick> setup_;
};

// When release and predecessors let `op` begin.
inline Tick job_head(const ShopGraph& graph, Index op) {
  const Shop& shop = graph.shop();
  const Links& links = shop.links(op);
  Tick head = std::max(links.release, graph.node(links.before).end + links.before_lag);
  for (const LaggedArc& arc : shop.more_before(op)) head = std::max(head, graph.node(arc.operation).end + arc.lag);
  return head;
}

// The longest path behind the end of `op` that goes through a successor.
inline Tick job_tail(const ShopGraph& graph, Index op) {
  const Shop& shop = graph.shop();
  const Links& links = shop.links(op);
  const ShopGraph::Node& after = graph.node(links.after);
  Tick tail = after.tail + after.duration + links.after_lag;
  for (const LaggedArc& arc : shop.more_after(op)) {
    tail = std::max(tail, graph.node(arc.operation).tail + graph.node(arc.operation).duration + arc.lag);
  }
  return tail;
}

}  // namespace kilter::schedule
