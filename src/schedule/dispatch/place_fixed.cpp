// How dispatch places what is fixed: running work at once, pinned work as promises to its lanes that begin by an event.
#include <algorithm>
#include <span>

#include "schedule/dispatch/dispatcher.hpp"
#include "schedule/dispatch/place/running_order.hpp"

namespace kilter::schedule {

// Running work first, in order of its end; pinned work is promised to its lanes and begins by an event.
void Dispatcher::place_fixed_operations() {
  if (!network_.has_fixed()) return;
  std::vector<std::pair<Tick, Index>> running;
  for (Index op = 0; op < network_.operation_count(); ++op) {
    if (network_.row(op).fixed == Fixed::running) running.emplace_back(placer_.consider_fixed(op).times.end, op);
  }
  std::sort(running.begin(), running.end());
  for (const auto& [end, op] : running) {
    const Choice choice = placer_.consider_fixed(op);
    if (!choice.possible()) continue;
    placer_.hold(op, choice, kNever);
  }
  for (const Index op : running_order(network_, state_)) finish(op);
  at_.running_count = at_.decided.size();
  for (Index op = 0; op < network_.operation_count(); ++op) {
    if (network_.row(op).fixed != Fixed::pinned) continue;
    const Choice choice = placer_.consider_fixed(op);
    if (!choice.possible()) continue;
    placer_.hold(op, choice, kLongAgo);
    at_.promised = true;
  }
}

// With its batch: those that are in time.
void Dispatcher::begin_pinned(Index op) {
  const auto batch = network_.fixed_batch_of(op);
  const std::span<const Index> together = batch.empty() ? std::span<const Index>(&op, 1) : batch;
  for (const Index member : together) {
    if (!placer_.is_placed(member) || is_in_time(member)) continue;
    const Index lane = state_.lane[member];
    placer_.revoke(member);
    if (lane != kNone) at_.events.push({.at = network_.row(member).release, .kind = EventKind::look, .index = lane});
  }
  for (const Index member : together) {
    if (placer_.is_placed(member)) finish(member);
  }
}

// What other pinned work ends at is reckoned with its longest setup; whether that is in time, the sweep will tell.
bool Dispatcher::is_in_time(Index pinned) const {
  if (at_.pending[pinned] > 0) return false;
  const auto arcs = network_.predecessors_of(pinned);
  const bool waits_for_pinned = std::any_of(
      arcs.begin(), arcs.end(), [this](const Arc& arc) { return network_.row(arc.operation).fixed == Fixed::pinned; });
  return waits_for_pinned || placer_.timing().arcs_ready(state_, pinned) <= network_.row(pinned).release;
}

// What is fixed together was decided together.
void Dispatcher::join_fixed_batches() {
  if (problem_.fixed_batch.empty()) return;
  for (std::size_t i = 1; i < state_.order.size(); ++i) {
    const Index op = state_.order[i];
    if (!problem_.is_fixed_with_others(op)) continue;
    state_.joins[op] = problem_.may_share(op, state_.order[i - 1]) ? 1 : 0;
  }
}

}  // namespace kilter::schedule
