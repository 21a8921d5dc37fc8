#include "schedule/makespan/walk/exchange_moves.hpp"

#include <algorithm>

namespace kilter::schedule {

ShopMove ExchangeMoves::exchange(const ShopGraph& graph, Index op, Index way, Index other) const {
  const Index lane = graph.node(op).lane;
  Index back = shop_->first_alternative(other);
  while (back < shop_->end_of_alternatives(other) && shop_->alternative(back).lane != lane) ++back;
  if (back == shop_->end_of_alternatives(other)) return {};
  const Tick mine =
      through(graph, {.operation = op, .alternative = way, .leaving = other, .head = job_head_, .tail = job_tail_});
  const Tick theirs = through(graph, {.operation = other,
                                      .alternative = back,
                                      .leaving = op,
                                      .head = job_head(graph, other),
                                      .tail = job_tail(graph, other)});
  return {.operation = op,
          .alternative = way,
          .after = graph.node(other).prev,
          .estimate = std::max(mine, theirs),
          .partner = other,
          .partner_alternative = back};
}

Tick ExchangeMoves::through(const ShopGraph& graph, const Seat& seat) const {
  const ShopGraph::Node& place = graph.node(seat.leaving);
  const Alternative& way = shop_->alternative(seat.alternative);
  const ShopGraph::Node& next = graph.node(place.next);
  const Tick free = graph.node(place.prev).end;
  if (!shop_->has_setups())
    return std::max(seat.head, free) + way.work + std::max(seat.tail, next.tail + next.duration);
  const Tick setup = shop_->setup(way.lane, place.prev, seat.operation);
  Tick end = std::max(seat.head, free) + setup + way.work;
  if (shop_->setups_run_ahead()) end = std::max(seat.head, free + setup) + way.work;
  if (place.next == shop_->count()) return end + seat.tail;
  const Tick behind =
      next.tail + shop_->alternative(next.alternative).work + shop_->setup(way.lane, seat.operation, place.next);
  return end + std::max(seat.tail, behind);
}

}  // namespace kilter::schedule
