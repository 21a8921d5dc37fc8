// The disjunctive graph of a shop (Roy and Sussmann 1964): an alternative per operation, a sequence per lane, one
// topological order of both, and the times that follow.
//
//   end  = max(release, end of predecessors + lag, end of the one before on the lane + gap) + duration
//   tail = longest path from the operation's end to the end of all; end + tail = makespan: critical
//
// A setup that waits for predecessors lengthens the duration, one that runs ahead of them is the gap on the lane.
// Moving an operation costs O(distance in the order); times are swept linearly from the first place that changed.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "schedule/graph/shop.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

class ShopGraph {
 public:
  // Half a cache line. `end - duration` is when the operation's setup and work begin (a setup that runs ahead has been
  // done by then).
  struct Node {
    Index prev = 0;  // on its lane; shop.count(): none
    Index next = 0;
    Index alternative = 0;
    Index lane = 0;
    Tick duration = 0;
    Tick gap = 0;
    Tick end = 0;
    Tick tail = 0;
    [[nodiscard]] Tick head() const { return end - duration; }
  };

  // What a move changed; enough to take it back.
  struct Step {
    Index operation = 0;
    Index alternative = 0;  // before
    Index after = 0;        // before
    Index low = 0;          // first and last place in the order that changed, or whose operation did
    Index high = 0;
    std::vector<Index> order;  // of these places, before
  };

  // Borrows the shop. Every operation on its first alternative, in some topological order of the arcs; not timed.
  explicit ShopGraph(const Shop& shop);

  [[nodiscard]] const Shop& shop() const { return *shop_; }
  [[nodiscard]] const Node& node(Index op) const { return nodes_[op]; }
  [[nodiscard]] std::span<const Index> order() const { return order_; }
  [[nodiscard]] Index position(Index op) const { return position_[op]; }
  [[nodiscard]] Index first_on(Index lane) const { return first_[lane]; }

  // Takes sequences from a topological order of the arcs and an alternative per operation. Not timed. O(N).
  void load(std::span<const Index> order, std::span<const Index> alternatives);
  // Likewise from a solution that places every operation.
  void load(const Solution& solution);
  // Assignment, order and times; the score is left to the exact evaluation. Must be timed.
  [[nodiscard]] Solution to_solution() const;

  // Puts `op` behind `after` (shop.count(): first) on the lane of `alternative`, which must be one of its own; `after`
  // must stand there and not be `op`. False, and nothing changed, when that would close a cycle. Times are left as they
  // are: sweep ends from `low` and tails from `high`. O(high - low).
  bool move(Index op, Index alternative, Index after, Step& step);
  // Takes back the last move, times again left alone.
  void undo(const Step& step);

  // Ends of the places from `low` on; those before must be right. O(N - low).
  void sweep_ends(Index low);
  // Tails of the places down from `high`; those behind must be right. O(high).
  void sweep_tails(Index high);
  void sweep() {
    sweep_ends(0);
    sweep_tails(shop_->count() - 1);
  }
  // The end of all. O(operations without successors).
  [[nodiscard]] Tick makespan() const;

 private:
  bool shift_right(Index op, Index target);
  bool shift_left(Index op, Index target);
  [[nodiscard]] bool follows_marked(Index x, Index op) const;
  [[nodiscard]] bool precedes_marked(Index x, Index op) const;
  void write_order(Index low, std::span<const Index> first, Index op, std::span<const Index> second);
  void unlink(Index op);
  void link(Index op, Index alternative, Index after);
  // Duration and gap of `op` from what stands before it.
  void time_setup(Index op);

  const Shop* shop_;
  std::vector<Node> nodes_;  // count + 1
  std::vector<Index> order_;
  std::vector<Index> position_;  // count + 1
  std::vector<Index> first_;     // lane -> first operation
  std::vector<Index> last_;      // lane -> last operation
  std::vector<std::uint32_t> mark_;
  std::uint32_t stamp_ = 0;
  std::vector<Index> kept_;  // scratch of the shifts
  std::vector<Index> marked_;
};

inline void ShopGraph::sweep_ends(Index low) {
  const Shop& shop = *shop_;
  Node* const nodes = nodes_.data();
  for (auto at = order_.begin() + low; at != order_.end(); ++at) {
    const Index op = *at;
    const Links& links = shop.links(op);
    Node& node = nodes[op];
    Tick begin = std::max(links.release, nodes[links.before].end + links.before_lag);
    begin = std::max(begin, nodes[node.prev].end + node.gap);
    for (const LaggedArc& arc : shop.more_before(op)) begin = std::max(begin, nodes[arc.operation].end + arc.lag);
    node.end = begin + node.duration;
  }
}

inline void ShopGraph::sweep_tails(Index high) {
  const Shop& shop = *shop_;
  Node* const nodes = nodes_.data();
  for (Index at = high + 1; at-- > 0;) {
    const Index op = order_[at];
    const Links& links = shop.links(op);
    Node& node = nodes[op];
    const Node& after = nodes[links.after];
    const Node& next = nodes[node.next];
    Tick tail = std::max(after.tail + after.duration + links.after_lag, next.tail + next.duration + next.gap);
    for (const LaggedArc& arc : shop.more_after(op)) {
      tail = std::max(tail, nodes[arc.operation].tail + nodes[arc.operation].duration + arc.lag);
    }
    node.tail = tail;
  }
}

inline Tick ShopGraph::makespan() const {
  Tick latest = 0;
  for (const Index op : shop_->last_operations()) latest = std::max(latest, nodes_[op].end);
  return latest;
}

}  // namespace kilter::schedule
