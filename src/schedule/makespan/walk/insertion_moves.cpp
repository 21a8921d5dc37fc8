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

// The longest path through the operation between two others on the lane of `way`.
template <bool kSetups>
Tick InsertionMoves::longest_through(const ShopGraph& graph, const Alternative& way, Index before, Index behind) const {
  const ShopGraph::Node& first = graph.node(before);
  const ShopGraph::Node& second = graph.node(behind);
  if constexpr (!kSetups) {
    return std::max(job_head_, first.end) + way.work + std::max(job_tail_, second.tail + second.duration);
  }
  const Tick setup = shop_->setup(way.lane, before, op_);
  const Tick begin =
      shop_->setups_run_ahead() ? std::max(job_head_, first.end + setup) : std::max(job_head_, first.end) + setup;
  if (behind == shop_->count()) return begin + way.work + job_tail_;
  const Tick second_work = shop_->alternative(second.alternative).work;
  return begin + way.work + std::max(job_tail_, second.tail + second_work + shop_->setup(way.lane, op_, behind));
}

template <bool kSetups>
ShopMove InsertionMoves::best_place(const ShopGraph& graph, Index alternative, base::Random& random,
                                    std::int64_t& work) const {
  const Index nobody = shop_->count();
  const Alternative& way = shop_->alternative(alternative);
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
    if (before != nobody && graph.node(before).head() >= latest_head_) break;
    const Tick estimate = longest_through<kSetups>(graph, way, before, behind);
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
