#include "schedule/search/topological_order.hpp"

#include <algorithm>
#include <bit>

namespace kilter::schedule {

TopologicalOrder::TopologicalOrder(const Network& network)
    : network_(network), problem_(network.problem()), marks_((network.operation_count() + 63) / 64 + 1, 0) {}

bool TopologicalOrder::require(State& state, Index before, Index after) {
  const Index first = state.position[after];
  const Index last = state.position[before];
  if (last < first) return true;
  const bool acyclic = before != after && mark_descendants(state, after, last);
  if (acyclic) shift(state, first, last);
  std::fill(marks_.begin() + (first >> 6U), marks_.begin() + (last >> 6U) + 1, 0);
  return acyclic;
}

// False when the operation at position `last` is reached.
bool TopologicalOrder::mark(const State& state, Index op, Index last) {
  const Index at = state.position[op];
  if (at < last) marks_[at >> 6U] |= std::uint64_t{1} << (at & 63U);
  return at != last;
}

// What follows `op` directly, by an arc or in a sequence; false as above.
bool TopologicalOrder::mark_next(const State& state, Index op, Index last) {
  for (const Successor& successor : network_.successors_of(op)) {
    if (!mark(state, successor.operation, last)) return false;
  }
  if (state.next[op] != kNone && !mark(state, state.next[op], last)) return false;
  for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot) {
    const Index next = state.next[network_.node_of_slot(slot)];
    if (next != kNone && !mark(state, network_.operation_of_node(next), last)) return false;
  }
  return true;
}

bool TopologicalOrder::mark_descendants(const State& state, Index from, Index last) {
  mark(state, from, last);
  for (Index word = state.position[from] >> 6U; word <= last >> 6U; ++word) {
    std::uint64_t open = marks_[word];
    while (open != 0) {
      const auto bit = static_cast<unsigned>(std::countr_zero(open));
      const Index op = state.order[word * 64 + bit];
      if (!mark_next(state, op, last)) return false;
      // Descendants stand behind: only higher bits of this word can have been added.
      open = bit == 63 ? 0 : marks_[word] & (~std::uint64_t{0} << (bit + 1));
    }
  }
  return true;
}

void TopologicalOrder::save(const State& state, Index first, Index last) {
  saved_.insert(saved_.end(), state.order.begin() + first, state.order.begin() + last + 1);
  segments_.push_back({.first = first, .count = last - first + 1});
}

// Something that must stand before `op`, a part of a batch, inside the part and is not sorted yet; kNone.
Index TopologicalOrder::unsorted_predecessor(const State& state, Index op, Index first) const {
  const auto is_open = [&](Index before) {
    return state.position[before] >= first && !is_marked(state.position[before]);
  };
  if (network_.row(op).fixed != Fixed::running) {
    for (const Arc& arc : network_.predecessors_of(op)) {
      if (is_open(arc.operation)) return arc.operation;
    }
  }
  const Index before = state.previous[op];
  if (before != kNone && !is_joined(state, op) && is_open(before)) return before;
  for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot) {
    const Index node = state.previous[network_.node_of_slot(slot)];
    if (node != kNone && is_open(network_.operation_of_node(node))) return network_.operation_of_node(node);
  }
  return kNone;
}

// The same for `op` and all that are in one batch with it. A member that follows another by an arc waits for ever.
Index TopologicalOrder::unsorted_before_batch(const State& state, Index op, Index first) const {
  Index before = kNone;
  for (Index one = first_of_batch(state, op); one != kNone && before == kNone; one = next_in_batch(state, one)) {
    before = unsorted_predecessor(state, one, first);
  }
  return before;
}

void TopologicalOrder::put_out(const State& state, Index op) {
  for (Index one = first_of_batch(state, op); one != kNone; one = next_in_batch(state, one)) {
    const Index at = state.position[one];
    marks_[at >> 6U] |= std::uint64_t{1} << (at & 63U);
    sorted_.push_back(one);
  }
}

// Sorts `op` behind all that must stand before it. False: a cycle.
bool TopologicalOrder::visit(const State& state, Index op, Index first, Index last) {
  stack_.assign(1, op);
  while (!stack_.empty()) {
    const Index before = unsorted_before_batch(state, stack_.back(), first);
    if (before == kNone) {
      put_out(state, stack_.back());
      stack_.pop_back();
      continue;
    }
    if (stack_.size() > last - first) return false;
    stack_.push_back(before);
  }
  return true;
}

bool TopologicalOrder::sort(State& state, Index first, Index last) {
  sorted_.clear();
  bool acyclic = true;
  for (Index at = first; at <= last && acyclic; ++at) {
    if (!is_marked(at)) acyclic = visit(state, state.order[at], first, last);
  }
  std::fill(marks_.begin() + (first >> 6U), marks_.begin() + (last >> 6U) + 1, 0);
  if (!acyclic) return false;
  save(state, first, last);
  for (Index i = 0; i < sorted_.size(); ++i) {
    state.order[first + i] = sorted_[i];
    state.position[sorted_[i]] = first + i;
  }
  return true;
}

void TopologicalOrder::shift(State& state, Index first, Index last) {
  save(state, first, last);
  behind_.clear();
  Index to = first;
  for (Index at = first; at <= last; ++at) {
    const Index op = state.order[at];
    if (is_marked(at)) {
      behind_.push_back(op);
    } else {
      state.order[to] = op;
      state.position[op] = to++;
    }
  }
  for (const Index op : behind_) {
    state.order[to] = op;
    state.position[op] = to++;
  }
}

void TopologicalOrder::undo(State& state) {
  for (auto segment = segments_.rbegin(); segment != segments_.rend(); ++segment) {
    const auto from = saved_.end() - static_cast<std::ptrdiff_t>(segment->count);
    for (Index i = 0; i < segment->count; ++i) {
      const Index op = from[i];
      state.order[segment->first + i] = op;
      state.position[op] = segment->first + i;
    }
    saved_.erase(from, saved_.end());
  }
  segments_.clear();
}

void TopologicalOrder::forget() {
  saved_.clear();
  segments_.clear();
}

}  // namespace kilter::schedule
