// Moves of an operation to another lane (Mastrolilli and Gambardella 2000): per alternative the place with the shortest
// estimate among those that a test of longest paths proves free of cycles. The estimate is the longest path through the
// operation there, heads and tails of the others as they are. O(operations on the lane).
#pragma once

#include "base/random.hpp"
#include "schedule/graph/shop_graph.hpp"
#include "schedule/makespan/walk/block_moves.hpp"
#include "schedule/makespan/walk/move.hpp"

namespace kilter::schedule {

class InsertionMoves {
 public:
  explicit InsertionMoves(const Shop& shop) : shop_(&shop) {}

  // Shows the best place of `op` on every alternative but its own to `sink(move)`. Takes the places looked at off
  // `work`.
  template <typename Sink>
  void scan(const ShopGraph& graph, Index op, base::Random& random, std::int64_t& work, Sink&& sink) {
    read(graph, op);
    const Index own = graph.node(op).alternative;
    for (Index way = shop_->first_alternative(op); way < shop_->end_of_alternatives(op); ++way) {
      if (way == own) continue;
      const ShopMove move = shop_->has_setups() ? best_place<true>(graph, way, random, work)
                                                : best_place<false>(graph, way, random, work);
      if (move.estimate != kNever) sink(move);
    }
  }

 private:
  void read(const ShopGraph& graph, Index op);
  template <bool kSetups>
  [[nodiscard]] Tick longest_through(const ShopGraph& graph, const Alternative& way, Index before, Index behind) const;
  template <bool kSetups>
  [[nodiscard]] ShopMove best_place(const ShopGraph& graph, Index alternative, base::Random& random,
                                    std::int64_t& work) const;

  const Shop* shop_;
  Index op_ = 0;
  Tick job_head_ = 0;
  Tick job_tail_ = 0;
  Tick latest_head_ = kNever;   // an operation with a smaller head comes after no successor
  Tick largest_tail_ = kNever;  // an operation with a smaller tail comes before no predecessor
};

}  // namespace kilter::schedule
