#include "schedule/makespan/walk/insertion_moves.hpp"

#include <algorithm>

namespace kilter::schedule {

void InsertionMoves::read(const ShopGraph& graph, Index op) {
  const Links& links = shop_->links(op);
  op_ = op;
  job_head_ = job_head(graph, op);
  job_tail_ = job_tail(graph, op);
  latest_head_ = kNever;
  largest_tail_ = kNever;
  if (links.after != shop_->count()) latest_head_ = graph.node(links.after).end;
  for (const LaggedArc& arc : shop_->more_after(op))
    latest_head_ = std::min(latest_head_, graph.node(arc.operation).end);
  const auto tail_before = [&](Index x) { return graph.node(x).tail + graph.node(x).duration; };
  if (links.before != shop_->count()) largest_tail_ = tail_before(links.before);
  for (const LaggedArc& arc : shop_->more_before(op))
    largest_tail_ = std::min(largest_tail_, tail_before(arc.operation));
}

template <bool kSetups>
ShopMove InsertionMoves::best_place(const ShopGraph& graph, Index alternative, base::Random& random,
                                    std::int64_t& work) const {
  const Index nobody = shop_->count();
  const Alternative& way = shop_->alternative(alternative);
  const bool ahead = kSetups && shop_->setups_run_ahead();
  ShopMove best{.operation = op_, .alternative = alternative, .after = nobody};
  Index before = nobody;
  Index behind = graph.first_on(way.lane);
  std::uint32_t ties = 0;
  while (behind != nobody && (behind == op_ || graph.node(behind).tail >= largest_tail_)) {
    if (behind != op_) before = behind;
    behind = graph.node(behind).next;
    --work;
  }
  for (;; behind = graph.node(behind).next) {
    --work;
    if (behind == op_) continue;
    const ShopGraph::Node& first = graph.node(before);
    const ShopGraph::Node& second = graph.node(behind);
    if (before != nobody && first.head() >= latest_head_) break;
    Tick end = std::max(job_head_, first.end) + way.work;
    Tick tail = std::max(job_tail_, second.tail + second.duration);
    if constexpr (kSetups) {
      const Tick setup = shop_->setup(way.lane, before, op_);
      if (ahead) {
        end = std::max(job_head_, first.end + setup) + way.work;
      } else {
        end += setup;
      }
      tail = job_tail_;
      if (behind != nobody) {
        const Tick second_work = shop_->alternative(second.alternative).work;
        tail = std::max(tail, second.tail + second_work + shop_->setup(way.lane, op_, behind));
      }
    }
    const Tick estimate = end + tail;
    if (estimate < best.estimate) {
      best.estimate = estimate;
      best.after = before;
      ties = 0;
    } else if (estimate == best.estimate) {
      ++ties;
      if (random.below(ties + 1) == 0) best.after = before;
    }
    if (behind == nobody) break;
    before = behind;
  }
  return best;
}

template ShopMove InsertionMoves::best_place<true>(const ShopGraph&, Index, base::Random&, std::int64_t&) const;
template ShopMove InsertionMoves::best_place<false>(const ShopGraph&, Index, base::Random&, std::int64_t&) const;

}  // namespace kilter::schedule
