#include "schedule/timing/propagation.hpp"

#include <algorithm>
#include <bit>

namespace kilter::schedule {
namespace {

constexpr std::size_t kAtOnce = 1 << 20;  // operations of a sweep between two clearings of its journal

}  // namespace

Propagation::Propagation(const Network& network, const Timing& timing)
    : network_(network),
      problem_(network.problem()),
      timing_(timing),
      dirty_((network.operation_count() + 63) / 64, 0),
      first_word_(static_cast<Index>(dirty_.size())) {}

void Propagation::mark(const State& state, Index op) {
  if (!shares_batch(state, op)) return mark_position(state.position[op]);
  for (Index one = first_of_batch(state, op); one != kNone; one = next_in_batch(state, one)) {
    mark_position(state.position[one]);
  }
}

void Propagation::mark_position(Index at) {
  dirty_[at >> 6U] |= std::uint64_t{1} << (at & 63U);
  first_word_ = std::min(first_word_, at >> 6U);
  last_word_ = std::max(last_word_, at >> 6U);
}

Index Propagation::take_first() {
  while (first_word_ <= last_word_ && dirty_[first_word_] == 0) ++first_word_;
  if (first_word_ > last_word_) return kNone;
  std::uint64_t& word = dirty_[first_word_];
  const Index at = first_word_ * 64 + static_cast<Index>(std::countr_zero(word));
  word &= word - 1;
  return at;
}

bool Propagation::run(State& state, Journal& journal, Changes& changes, std::size_t limit) {
  delays_left_ = 4096 + 64 * std::uint64_t{network_.maximum_lag_arcs()};
  for (Index at = take_first(); at != kNone; at = take_first()) {
    const Index op = state.order[at];
    retime(state, op, journal, changes);
    if (network_.waits_at_most(op)) keep_maximum_lags(state, op, journal);
    if (--limit == 0) return first_word_ > last_word_;
  }
  forget_words();
  return true;
}

void Propagation::clear() {
  for (Index word = first_word_; word <= last_word_ && word < dirty_.size(); ++word) dirty_[word] = 0;
  forget_words();
}

void Propagation::forget_words() {
  first_word_ = static_cast<Index>(dirty_.size());
  last_word_ = 0;
}

void Propagation::retime(State& state, Index op, Journal& journal, Changes& changes) {
  const Times times = timing_.place(state, op);
  const bool end_moved = times.end != state.end[op];
  if (end_moved) changes.ended.push_back(op);
  const bool moved = end_moved || times.start != state.start[op];
  const bool placed_or_lost = (times.end == kNever) != (state.end[op] == kNever);
  if (times.setup != state.setup[op] || placed_or_lost || (moved && network_.has_timed_costs())) {
    changes.repriced.push_back(op);
  }
  if (moved || times.setup != state.setup[op]) {
    journal.set(state.start[op], times.start);
    journal.set(state.end[op], times.end);
    journal.set(state.setup[op], times.setup);
    mark_successors(state, op, end_moved);
  }
  const Index behind = state.next[op];  // of its batch: marked with it
  if (end_moved && behind != kNone && !is_joined(state, behind)) mark(state, behind);
  for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot) {
    const Tick until = timing_.attended_until(state, op, slot, times);
    if (until == state.busy_until[slot]) continue;
    journal.set(state.busy_until[slot], until);
    const Index then = state.next[network_.node_of_slot(slot)];
    if (then != kNone) mark(state, network_.operation_of_node(then));
  }
}

void Propagation::mark_successors(const State& state, Index op, bool end_moved) {
  for (const Successor& successor : network_.successors_of(op)) {
    if (end_moved || problem_.predecessors[successor.arc].transfer != kNone) mark(state, successor.operation);
  }
}

void Propagation::keep_maximum_lags(State& state, Index op, Journal& journal) {
  const Tick start = timing_.wait_over(state, op);
  if (start == kNever || network_.row(op).fixed == Fixed::running) return;
  for (const Arc& arc : network_.predecessors_of(op)) {
    if (arc.maximum_lag == kNever || state.end[arc.operation] == kNever) continue;
    const std::int64_t latest = std::int64_t{state.end[arc.operation]} + arc.maximum_lag;
    if (start > latest) delay(state, op, {.predecessor = arc.operation, .end = start - arc.maximum_lag}, journal);
  }
}

// Raises the predecessor's start; when that is impossible, `op` cannot be placed.
void Propagation::delay(State& state, Index op, Delay wish, Journal& journal) {
  Index delayed = wish.predecessor;
  Tick ready = delays_left_ == 0 ? kNever : timing_.ready_for_end(state, delayed, wish.end);
  if (delays_left_ > 0) --delays_left_;
  if (ready == kNever) delayed = op;
  journal.set(state.not_before[delayed], std::max(state.not_before[delayed], ready));
  if (is_delayed_[delayed] == 0) delayed_.push_back(delayed);
  is_delayed_[delayed] = 1;
  mark(state, delayed);
}

void Propagation::release_delays(State& state, Journal& journal) {
  for (const Index op : delayed_) {
    if (state.not_before[op] == kLongAgo) continue;
    journal.set(state.not_before[op], kLongAgo);
    mark(state, op);
  }
}

void Propagation::forget_idle_delays(const State& state) {
  std::erase_if(delayed_, [&](Index op) {
    const bool idle = state.not_before[op] == kLongAgo;
    if (idle) is_delayed_[op] = 0;
    return idle;
  });
}

void Propagation::reset(const State& state) {
  std::fill(dirty_.begin(), dirty_.end(), 0);
  forget_words();
  delayed_.clear();
  if (state.not_before.empty()) return;
  is_delayed_.assign(state.not_before.size(), 0);
  for (Index op = 0; op < state.not_before.size(); ++op) {
    if (state.not_before[op] == kLongAgo) continue;
    delayed_.push_back(op);
    is_delayed_[op] = 1;
  }
}

void Propagation::sweep(State& state) {
  std::fill(state.not_before.begin(), state.not_before.end(), kLongAgo);
  reset(state);
  for (const Index op : state.order) timing_.write(state, op, timing_.place(state, op));
  if (!network_.has_maximum_lags()) return;
  Journal journal;
  Changes changes;
  for (const Index op : state.order) {
    if (network_.waits_at_most(op)) mark(state, op);
  }
  while (!run(state, journal, changes, kAtOnce)) journal.forget();
}

}  // namespace kilter::schedule
