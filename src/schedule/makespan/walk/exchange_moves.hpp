// Two operations on different lanes that run at the same time change places. Where every lane is busy all the time
// (very flexible shops), lanes have too little slack for one more operation, but enough for one that is a little
// longer: only such an exchange levels their loads.
//
//   M1 ... a ....        M1 ... b ....
//   M2 .... b ...   ->   M2 .... a ...        a longer than b: M1, which is critical, ends earlier
//
// Since they overlap in time no path joins the two, nor what stands before and behind them: never a cycle. The estimate
// is the longest path through either of them, heads and tails of the others as they are. O(operations on the lane).
#pragma once

#include <cstdint>

#include "schedule/graph/shop_graph.hpp"
#include "schedule/makespan/walk/block_moves.hpp"
#include "schedule/makespan/walk/move.hpp"

namespace kilter::schedule {

class ExchangeMoves {
 public:
  explicit ExchangeMoves(const Shop& shop) : shop_(&shop) {}

  // Shows every exchange of `op` to `sink(move)`. Takes the places looked at off `work`.
  template <typename Sink>
  void scan(const ShopGraph& graph, Index op, std::int64_t& work, Sink&& sink) {
    const Index nobody = shop_->count();
    const ShopGraph::Node& here = graph.node(op);
    job_head_ = job_head(graph, op);
    job_tail_ = job_tail(graph, op);
    for (Index way = shop_->first_alternative(op); way < shop_->end_of_alternatives(op); ++way) {
      const Index lane = shop_->alternative(way).lane;
      if (lane == here.lane) continue;
      Index other = graph.first_on(lane);
      for (; other != nobody && graph.node(other).end <= here.head(); other = graph.node(other).next) --work;
      for (; other != nobody && graph.node(other).head() < here.end; other = graph.node(other).next) {
        work -= kWorkPerExchange;
        const ShopMove move = exchange(graph, op, way, other);
        if (move.estimate != kNever) sink(move);
      }
    }
  }

 private:
  static constexpr std::int64_t kWorkPerExchange = 5;

  // `op` on `way` in the place of `other`, which goes to the place of `op`; estimate kNever when it cannot.
  [[nodiscard]] ShopMove exchange(const ShopGraph& graph, Index op, Index way, Index other) const;
  struct Seat {
    Index operation = 0;
    Index alternative = 0;
    Index leaving = 0;  // whose place it takes
    Tick head = 0;      // by release and predecessors
    Tick tail = 0;      // by successors
  };
  // The longest path through the operation there.
  [[nodiscard]] Tick through(const ShopGraph& graph, const Seat& seat) const;

  const Shop* shop_;
  Tick job_head_ = 0;
  Tick job_tail_ = 0;
};

}  // namespace kilter::schedule
