#include "schedule/makespan/walk/tabu_walk.hpp"

#include <algorithm>

#include "base/assertions.hpp"
#include "schedule/graph/shop_graph_twin.hpp"

namespace kilter::schedule {
namespace {

constexpr std::uint32_t kLeastTenure = 8;
constexpr std::uint32_t kTenureSpan = 11;
constexpr std::size_t kMostInsertions = 150;  // path x alternatives above which operations are sampled
constexpr std::int64_t kWorkPerStep = 300;
constexpr std::int64_t kWorkBetweenHalts = 500'000;

bool has_alternatives(const Shop& shop) {
  for (Index op = 0; op < shop.count(); ++op) {
    if (shop.end_of_alternatives(op) - shop.first_alternative(op) > 1) return true;
  }
  return false;
}

}  // namespace

TabuWalk::TabuWalk(const Shop& shop)
    : shop_(&shop),
      flexible_(has_alternatives(shop)),
      graph_(shop),
      blocks_(shop),
      insertions_(shop),
      exchanges_(shop) {}

void TabuWalk::begin(const Sequence& from, std::uint32_t patience, std::uint64_t seed) {
  random_ = base::Random(seed);
  graph_.load(from.order, from.alternatives);
  graph_.sweep();
  makespan_ = graph_.makespan();
  copy_sequence(graph_, makespan_, best_);
  tabu_.clear();
  now_ = 0;
  since_best_ = 0;
  patience_ = patience;
  tenure_ = kLeastTenure + random_.below(kTenureSpan);
}

bool TabuWalk::go(std::int64_t& work, const Halt& halt) {
  std::int64_t ask_at = work;
  while (work > 0) {
    if (work <= ask_at) {
      if (halt.asked()) return false;
      ask_at = work - kWorkBetweenHalts;
    }
    work -= kWorkPerStep;
    if (since_best_ >= patience_ || !step(work)) return true;
  }
  return false;
}

bool TabuWalk::step(std::int64_t& work) {
  ++now_;
  ++since_best_;
  path_.find(graph_, random_);
  best_move_.clear();
  collect(work);
  if (!make_best(work)) return false;
  if (makespan_ < best_.makespan) {
    copy_sequence(graph_, makespan_, best_);
    since_best_ = 0;
  }
  return true;
}

void TabuWalk::collect(std::int64_t& work) {
  const auto blocks = path_.blocks();
  for (std::size_t i = 0; i < blocks.size(); ++i) collect_block(blocks[i], i == 0, i + 1 == blocks.size());
  if (flexible_) collect_insertions(work);
}

void TabuWalk::collect_block(const ShopPath::Block& block, bool first, bool last) {
  if (block.end - block.begin < 2) return;
  const std::span<const Index> operations = path_.operations().subspan(block.begin, block.end - block.begin);
  // Without setups only the far ends of the first and the last block cannot matter.
  const bool any = shop_->has_setups();
  blocks_.scan(graph_, operations, {.first = any || !first, .last = any || !last},
               [this](const ShopMove& move, std::span<const Index> passed, bool forward) {
                 bool tabu = false;
                 for (const Index other : passed) {
                   tabu = tabu || (forward ? tabu_.is_before_forbidden(other, move.operation, now_)
                                           : tabu_.is_before_forbidden(move.operation, other, now_));
                 }
                 offer(move, tabu);
               });
}

void TabuWalk::collect_insertions(std::int64_t& work) {
  const auto operations = path_.operations();
  std::size_t ways = 0;
  for (const Index op : operations) ways += shop_->end_of_alternatives(op) - shop_->first_alternative(op) - 1;
  const double share = ways <= kMostInsertions ? 1.0 : static_cast<double>(kMostInsertions) / static_cast<double>(ways);
  for (const Index op : operations) {
    if (share < 1.0 && !random_.chance(share)) continue;
    insertions_.scan(graph_, op, random_, work, [this](const ShopMove& move) { offer_elsewhere(move); });
    exchanges_.scan(graph_, op, work, [this](const ShopMove& move) { offer_elsewhere(move); });
  }
}

void TabuWalk::offer_elsewhere(const ShopMove& move) {
  const bool back = tabu_.is_alternative_forbidden(move.alternative, now_);
  offer(move, back || (move.partner != kNone && tabu_.is_alternative_forbidden(move.partner_alternative, now_)));
}

void TabuWalk::offer(const ShopMove& move, bool tabu) {
  if (tabu && move.estimate >= best_.makespan) {
    best_move_.add_tabu(move, random_);
  } else {
    best_move_.add(move, random_);
  }
}

bool TabuWalk::make_best(std::int64_t& work) {
  if (best_move_.has_move() && apply(best_move_.move(), work)) return true;
  if (best_move_.has_tabu()) return apply(best_move_.tabu(), work);
  return best_move_.has_move();
}

bool TabuWalk::apply(const ShopMove& move, std::int64_t& work) {
  if (move.partner != kNone) return exchange(move, work);
  if (!graph_.move(move.operation, move.alternative, move.after, step_)) return false;
  forbid(move, step_.alternative, step_.after);
  sweep(step_.low, step_.high, work);
  return true;
}

bool TabuWalk::exchange(const ShopMove& move, std::int64_t& work) {
  const Index place = graph_.node(move.operation).prev;
  if (!graph_.move(move.operation, move.alternative, move.after, step_)) return false;
  if (!graph_.move(move.partner, move.partner_alternative, place, partner_step_)) {
    graph_.undo(step_);
    return false;
  }
  tabu_.forbid_alternative(step_.alternative, now_ + tenure_);
  tabu_.forbid_alternative(partner_step_.alternative, now_ + tenure_);
  sweep(std::min(step_.low, partner_step_.low), std::max(step_.high, partner_step_.high), work);
  return true;
}

void TabuWalk::sweep(Index low, Index high, std::int64_t& work) {
  graph_.sweep_ends(low);
  graph_.sweep_tails(high);
  work -= shop_->count() - low + high;
  makespan_ = graph_.makespan();
  if (base::asserts(base::Assertions::twins)) {
    base::require_none(differences_to_twin(graph_, Timed::ends_and_tails), "tabu walk");
  }
}

// What stood on one side of the operation and is now on the other must not come back; nor the old alternative.
void TabuWalk::forbid(const ShopMove& move, Index old_alternative, Index old_after) {
  const std::uint32_t until = now_ + tenure_;
  const Index nobody = shop_->count();
  const Index op = move.operation;
  if (old_alternative != move.alternative) {
    tabu_.forbid_alternative(old_alternative, until);
    return;
  }
  // The operation went forward if the one that was before it is still before it, further off.
  const Index old_next = old_after == nobody ? graph_.first_on(graph_.node(op).lane) : graph_.node(old_after).next;
  bool forward = false;
  for (Index x = old_next; x != nobody && !forward; x = graph_.node(x).next) forward = x == op;
  if (forward) {
    for (Index x = old_next; x != op; x = graph_.node(x).next) tabu_.forbid_before(op, x, until);
  } else {
    for (Index x = graph_.node(op).next; x != nobody; x = graph_.node(x).next) {
      tabu_.forbid_before(x, op, until);
      if (x == old_after) break;
    }
  }
}

}  // namespace kilter::schedule
