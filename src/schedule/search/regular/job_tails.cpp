#include "schedule/search/regular/job_tails.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

constexpr float kUnreached = -1e30F;

template <class Block>
Block larger(Block a, Block b) {
  return a > b ? a : b;
}

}  // namespace

JobTails::JobTails(const ShopTrial& trial)
    : trial_(trial),
      shop_(trial.shop()),
      column_(trial.objective().job_count(), kNone),
      ready_(std::size_t{shop_.count()} + 1, 0) {}

void JobTails::track(std::span<const Index> jobs) {
  for (const Index job : jobs_) column_[job] = kNone;
  jobs_.assign(jobs.begin(), jobs.end());
  blocks_ = (static_cast<Index>(jobs_.size()) + kWidth - 1) / kWidth;
  deadlines_.assign(blocks_, {});
  for (Index i = 0; i < jobs_.size(); ++i) {
    const RegularCost::WeightedJob& job = trial_.objective().job(jobs_[i]);
    column_[jobs_[i]] = i;
    deadlines_[i / kWidth].due[i % kWidth] = static_cast<float>(job.due);
    deadlines_[i / kWidth].weight[i % kWidth] = static_cast<float>(job.weight);
  }
  const Tails nowhere{.by_arcs = Block{} + kUnreached, .all = Block{} + kUnreached};
  tails_.assign((std::size_t{shop_.count()} + 1) * blocks_, nowhere);
}

// Tails by way of successors, and of the jobs that end with `op`; and when its predecessors let it begin.
void JobTails::sweep_arcs(Index op) {
  const ShopGraph& graph = trial_.graph();
  const Links& links = shop_.links(op);
  Tails* const into = row(op);
  const Tails* from = row(links.after);
  auto plus = static_cast<float>(graph.node(links.after).duration + links.after_lag);
  for (Index i = 0; i < blocks_; ++i) into[i].by_arcs = from[i].all + plus;
  for (const LaggedArc& arc : shop_.more_after(op)) {
    from = row(arc.operation);
    plus = static_cast<float>(graph.node(arc.operation).duration + arc.lag);
    for (Index i = 0; i < blocks_; ++i) into[i].by_arcs = larger(into[i].by_arcs, from[i].all + plus);
  }
  for (const Index job : trial_.objective().closed_by(op)) {
    if (column_[job] == kNone) continue;
    Block& tails = into[column_[job] / kWidth].by_arcs;
    tails[column_[job] % kWidth] = std::max(tails[column_[job] % kWidth], 0.0F);
  }
  Tick ready = std::max(links.release, graph.node(links.before).end + links.before_lag);
  for (const LaggedArc& arc : shop_.more_before(op)) ready = std::max(ready, graph.node(arc.operation).end + arc.lag);
  ready_[op] = ready;
}

void JobTails::sweep() {
  const auto order = trial_.graph().order();
  for (auto at = order.rbegin(); at != order.rend(); ++at) {
    sweep_arcs(*at);
    const Index behind = trial_.graph().node(*at).next;
    const ShopGraph::Node& next = trial_.graph().node(behind);
    const auto plus = static_cast<float>(next.duration + next.gap);
    Tails* const into = row(*at);
    const Tails* const from = row(behind);
    for (Index i = 0; i < blocks_; ++i) into[i].all = larger(from[i].all + plus, into[i].by_arcs);
  }
  present_ = 0;
  for (Index i = 0; i < jobs_.size(); ++i) {
    Deadline& deadline = deadlines_[i / kWidth];
    deadline.now[i % kWidth] = static_cast<float>(trial_.objective().completion(jobs_[i], trial_.ends()));
    const float late = deadline.now[i % kWidth] - deadline.due[i % kWidth];
    present_ += std::max(0.0F, late) * deadline.weight[i % kWidth];
  }
}

// Duration and gap of `op` behind `before` on another place.
JobTails::Stay JobTails::stay(Index op, Index alternative, Index before) const {
  const Alternative& way = shop_.alternative(alternative);
  Stay stay{.operation = op, .duration = static_cast<float>(way.work)};
  if (!shop_.has_setups()) return stay;
  const auto setup = static_cast<float>(shop_.setup(way.lane, before, op));
  (shop_.setups_run_ahead() ? stay.gap : stay.duration) += setup;
  return stay;
}

void JobTails::add(Index op, Index alternative) {
  segment_.push_back(stay(op, alternative, segment_.empty() ? before_ : segment_.back().operation));
}

// What changes its neighbours on the lane, in the new order.
void JobTails::collect_segment(const Insertion& move) {
  const ShopGraph& graph = trial_.graph();
  const auto [op, alternative, after] = move;
  const ShopGraph::Node& node = graph.node(op);
  const Index lane = shop_.alternative(alternative).lane;
  segment_.clear();
  if (lane == node.lane && after != shop_.count() && graph.position(after) > graph.position(op)) {
    before_ = node.prev;
    behind_ = graph.node(after).next;
    for (Index x = node.next; x != after && segment_.size() < kLongestSegment; x = graph.node(x).next) {
      add(x, graph.node(x).alternative);
    }
    add(after, graph.node(after).alternative);
    add(op, alternative);
    return;
  }
  before_ = after;
  behind_ = after == shop_.count() ? graph.first_on(lane) : graph.node(after).next;
  add(op, alternative);
  if (lane != node.lane) return;
  for (Index x = behind_; x != op && segment_.size() < kLongestSegment; x = graph.node(x).next) {
    add(x, graph.node(x).alternative);
  }
  behind_ = node.next;
}

void JobTails::time_segment() {
  auto free = static_cast<float>(trial_.graph().node(before_).end);
  for (Stay& stay : segment_) {
    free = stay.end = std::max(static_cast<float>(ready_[stay.operation]), free + stay.gap) + stay.duration;
  }
}

// A job that was critical through the first or the last of the segment (`outer`) may come earlier, others not.
float JobTails::block_cost(Index block, const Stay& next, std::array<Index, 2> outer) {
  const Deadline& deadline = deadlines_[block];
  Block after = deadline.now;
  for (const Index op : outer) {
    const Block through = row(op)[block].all + static_cast<float>(trial_.graph().node(op).end);
    after = through >= deadline.now ? Block{} + kUnreached : after;
  }
  Block tail = row(behind_)[block].all + (next.duration + next.gap);
  for (auto stay = segment_.rbegin(); stay != segment_.rend(); ++stay) {
    tail = larger(tail, row(stay->operation)[block].by_arcs);
    after = larger(after, tail + stay->end);
    tail += stay->duration + stay->gap;
  }
  const Block cost = larger(after - deadline.due, Block{}) * deadline.weight;
  return (cost[0] + cost[1]) + (cost[2] + cost[3]);
}

float JobTails::estimate(const Insertion& move) {
  collect_segment(move);
  time_segment();
  const bool is_later = segment_.back().operation == move.operation;
  const Index other = (is_later ? segment_.front() : segment_.back()).operation;
  Stay next;
  if (behind_ != shop_.count()) {
    next = stay(behind_, trial_.graph().node(behind_).alternative, segment_.back().operation);
  }
  float cost = 0;
  for (Index block = 0; block < blocks_; ++block) cost += block_cost(block, next, {move.operation, other});
  if (trial_.objective().has_prices()) cost += static_cast<float>(trial_.price_change(move));
  return cost;
}

}  // namespace kilter::schedule
