#include "schedule/search/regular/tardy_moves.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

constexpr std::size_t kSeen = 1U << 12U;
constexpr std::size_t kFarthest = 12;     // places within a block
constexpr std::uint32_t kReinserted = 6;  // operations of a path
constexpr std::uint32_t kAnywhere = 4;    // moves

}  // namespace

TardyMoves::TardyMoves(const ShopTrial& trial)
    : trial_(trial), shop_(trial.shop()), walked_(std::size_t{shop_.count()} + 1, 0), seen_(kSeen, 0) {
  for (Index op = 0; op < shop_.count(); ++op) {
    has_choices_ = has_choices_ || shop_.end_of_alternatives(op) - shop_.first_alternative(op) > 1;
  }
}

std::span<const Insertion> TardyMoves::find(std::span<const Index> jobs, base::Random& random) {
  moves_.clear();
  ++call_;
  for (const Index job : jobs) {
    Index last = shop_.count();
    for (const Index op : trial_.objective().closing(job)) {
      if (last == shop_.count() || trial_.ends()[op] > trial_.ends()[last]) last = op;
    }
    walk_back(last, random);
  }
  if (moves_.empty() || trial_.objective().has_prices()) add_anywhere(random);
  return moves_;
}

// A predecessor whose end is what `op` begins at, chosen at random among several; shop_.count(): none.
Index TardyMoves::binding_predecessor(Index op, base::Random& random) const {
  const ShopGraph& graph = trial_.graph();
  const Index nobody = shop_.count();
  const Tick begin = graph.node(op).head();
  const Links& links = shop_.links(op);
  Index before = nobody;
  if (links.before != nobody && graph.node(links.before).end + links.before_lag == begin) before = links.before;
  for (const LaggedArc& arc : shop_.more_before(op)) {
    if (graph.node(arc.operation).end + arc.lag != begin) continue;
    if (before == nobody || random.chance(0.5)) before = arc.operation;
  }
  return before;
}

// One critical path, chosen at random where it branches; blocks are handed on as they are complete.
void TardyMoves::walk_back(Index op, base::Random& random) {
  const ShopGraph& graph = trial_.graph();
  const Index nobody = shop_.count();
  path_.clear();
  block_.clear();
  while (op != nobody) {
    if (block_.empty() && walked_[op] == call_) break;
    if (block_.empty()) walked_[op] = call_;
    path_.push_back(op);
    block_.push_back(op);
    const ShopGraph::Node& node = graph.node(op);
    const Tick begin = node.head();
    const bool by_lane = node.prev != nobody && graph.node(node.prev).end + node.gap == begin;
    const Index before = binding_predecessor(op, random);
    const bool stays = by_lane && (before == nobody || random.chance(0.5));
    if (!stays) {
      std::reverse(block_.begin(), block_.end());
      add_block(block_);
      block_.clear();
    }
    op = stays ? node.prev : before;
  }
  if (!has_choices_) return;
  for (std::uint32_t i = 0; i < kReinserted && !path_.empty(); ++i) {
    const Index at = random.below(static_cast<std::uint32_t>(path_.size()));
    add_reinsertions(path_[at], random);
    path_[at] = path_.back();
    path_.pop_back();
  }
}

void TardyMoves::add_block(std::span<const Index> block) {
  const std::size_t size = block.size();
  if (size < 2) return;
  const ShopGraph& graph = trial_.graph();
  for (std::size_t i = size - std::min(size, kFarthest); i + 2 < size; ++i) {
    add({block[i], graph.node(block[i]).alternative, block.back()});
  }
  for (std::size_t i = 2; i < std::min(size, kFarthest); ++i) {
    add({block[i], graph.node(block[i]).alternative, graph.node(block[0]).prev});
  }
  for (std::size_t i = 0; i + 1 < size; ++i) add_swap(block[i], block[i + 1]);
}

void TardyMoves::add_swap(Index first, Index second) { add({first, trial_.graph().node(first).alternative, second}); }

// Behind whatever stands on the lane of `way` before `time`, as if `op` were not there.
Index TardyMoves::place_at(const Alternative& way, Index op, Tick time) const {
  const ShopGraph& graph = trial_.graph();
  Index after = shop_.count();
  for (Index x = graph.first_on(way.lane); x != shop_.count() && graph.node(x).head() < time; x = graph.node(x).next) {
    if (x != op) after = x;
  }
  return after;
}

void TardyMoves::add_reinsertions(Index op, base::Random& random) {
  const ShopGraph& graph = trial_.graph();
  const ShopGraph::Node& node = graph.node(op);
  const Links& links = shop_.links(op);
  Tick ready = std::max(links.release, graph.node(links.before).end + links.before_lag);
  for (const LaggedArc& arc : shop_.more_before(op)) ready = std::max(ready, graph.node(arc.operation).end + arc.lag);
  for (Index way = shop_.first_alternative(op); way < shop_.end_of_alternatives(op); ++way) {
    if (way == node.alternative) continue;
    const Index lane = shop_.alternative(way).lane;
    const Index after = place_at(shop_.alternative(way), op, ready);
    add({op, way, after});
    const Index behind = after == shop_.count() ? graph.first_on(lane) : graph.node(after).next;
    if (behind != shop_.count() && behind != op && random.chance(0.5)) add({op, way, behind});
  }
}

// An operation to another way or a place near its own: for prices, or when nothing is tardy.
void TardyMoves::add_anywhere(base::Random& random) {
  const ShopGraph& graph = trial_.graph();
  for (std::uint32_t i = 0; i < kAnywhere; ++i) {
    const Index op = random.below(shop_.count());
    const Index ways = shop_.end_of_alternatives(op) - shop_.first_alternative(op);
    if (ways > 1 && random.chance(0.5)) {
      const Index way = shop_.first_alternative(op) + random.below(ways);
      if (way != graph.node(op).alternative) {
        add({op, way, place_at(shop_.alternative(way), op, graph.node(op).head())});
      }
      continue;
    }
    Index after = graph.node(op).next;
    for (std::uint32_t left = random.below(4); left > 0 && after != shop_.count(); --left) {
      if (graph.node(after).next != shop_.count()) after = graph.node(after).next;
    }
    if (after != shop_.count()) add({op, graph.node(op).alternative, after});
  }
}

void TardyMoves::add(const Insertion& move) {
  const std::uint64_t key = (std::uint64_t{move.operation} << 32U | move.after) * 0x9E3779B97F4A7C15ULL ^
                            (std::uint64_t{move.alternative} << 40U ^ call_) * 0xC2B2AE3D27D4EB4FULL;
  std::uint64_t& place = seen_[key >> 52U];
  if (place == key) return;
  place = key;
  moves_.push_back(move);
}

}  // namespace kilter::schedule
