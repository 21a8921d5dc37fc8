#include "schedule/makespan/walk/block_moves.hpp"

namespace kilter::schedule {

BlockMoves::BlockMoves(const Shop& shop) : shop_(&shop) {
  const std::size_t size = shop.count();
  for (std::vector<Tick>* each : {&job_head_, &job_tail_, &work_, &tail_, &end_, &setup_}) each->resize(size);
  places_.resize(size);
}

void BlockMoves::read(const ShopGraph& graph, std::span<const Index> block) {
  block_ = block;
  for (std::size_t k = 0; k < block.size(); ++k) {
    const ShopGraph::Node& node = graph.node(block[k]);
    job_head_[k] = job_head(graph, block[k]);
    job_tail_[k] = job_tail(graph, block[k]);
    work_[k] = shop_->has_setups() ? shop_->alternative(node.alternative).work : node.duration;
    tail_[k] = node.tail;
  }
}

Tick BlockMoves::estimate(const ShopGraph& graph, Index first, Index last) {
  return shop_->has_setups() ? estimate<true>(graph, first, last) : estimate<false>(graph, first, last);
}

template <bool kSetups>
Tick BlockMoves::estimate(const ShopGraph& graph, Index first, Index last) {
  const Index count = last - first + 1;
  const Index lane = graph.node(block_[first]).lane;
  const bool ahead = kSetups && shop_->setups_run_ahead();
  Index before = graph.node(block_[first]).prev;
  Tick end = graph.node(before).end;
  for (Index k = 0; k < count; ++k) {
    const Index place = places_[k];
    Tick waiting = 0;
    if constexpr (kSetups) {
      setup_[k] = shop_->setup(lane, before, block_[place]);
      before = block_[place];
      if (ahead) {
        end += setup_[k];
      } else {
        waiting = setup_[k];
      }
    }
    end = std::max(job_head_[place], end) + waiting + work_[place];
    end_[k] = end;
  }
  const Index behind = graph.node(block_[last]).next;
  const ShopGraph::Node& next = graph.node(behind);
  Tick tail = next.tail + next.duration;
  if constexpr (kSetups) {
    tail = behind == shop_->count()
               ? 0
               : next.tail + shop_->alternative(next.alternative).work + shop_->setup(lane, before, behind);
  }
  Tick longest = 0;
  for (Index k = count; k-- > 0;) {
    const Index place = places_[k];
    tail = std::max(job_tail_[place], tail);
    longest = std::max(longest, end_[k] + tail);
    tail += work_[place];
    if constexpr (kSetups) tail += setup_[k];
  }
  return longest;
}

}  // namespace kilter::schedule
