#include "schedule/dispatch/chain.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

constexpr int kAttempts = 32;

}  // namespace

Chain::Chain(const Network& network, const State& state, Placer& placer)
    : network_(network),
      problem_(network.problem()),
      state_(state),
      placer_(placer),
      has_chain_(network.has_maximum_lags() ? network.operation_count() : 0, 0) {
  if (has_chain_.empty()) return;
  for (Index op = 0; op < network.operation_count(); ++op) {
    if (network_.row(op).fixed != Fixed::free) continue;
    for (const Arc& arc : network_.predecessors_of(op)) {
      if (arc.maximum_lag != kNever) has_chain_[arc.operation] = 1;
    }
  }
}

const std::vector<Index>& Chain::hold(Index op, const Choice& choice) {
  Choice attempt = choice;
  for (int i = 0; i < kAttempts && attempt.possible(); ++i) {
    const Tick delay = excess(op, attempt);
    if (delay == 0) return held_;
    revoke();
    if (delay == kNever || kNever - delay <= attempt.times.start) break;
    attempt = placer_.consider(op, choice.mode, choice.lane, attempt.times.start + delay);
  }
  held_.clear();
  return held_;
}

void Chain::revoke() {
  for (const Index op : held_) placer_.revoke(op);
  held_.clear();
}

Tick Chain::excess(Index op, const Choice& choice) {
  held_.clear();
  placer_.hold(op, choice, kLongAgo);
  held_.push_back(op);
  for (std::size_t i = 0; i < held_.size(); ++i) {  // NOLINT(modernize-loop-convert): it grows meanwhile
    const Tick delay = hold_successors(held_[i]);
    if (delay > 0) return delay;
  }
  return 0;
}

Tick Chain::hold_successors(Index op) {
  if (!starts_at(op)) return 0;
  for (const Successor& successor : network_.successors_of(op)) {
    const Index next = successor.operation;
    if (problem_.predecessors[successor.arc].maximum_lag == kNever || network_.row(next).fixed != Fixed::free) continue;
    if (placer_.is_placed(next) || !all_predecessors_placed(next)) continue;
    const Choice choice = placer_.consider_all(next, placer_.timing().arcs_ready(state_, next));
    if (!choice.possible()) return kNever;
    const Tick delay = waits_too_long(next, choice);
    if (delay > 0) return delay;
    placer_.hold(next, choice, kLongAgo);
    held_.push_back(next);
  }
  return 0;
}

// Pinned ones do not count: their promise may still be broken.
bool Chain::all_predecessors_placed(Index op) const {
  const auto arcs = network_.predecessors_of(op);
  return std::all_of(arcs.begin(), arcs.end(), [this](const Arc& arc) {
    return placer_.is_placed(arc.operation) && network_.row(arc.operation).fixed != Fixed::pinned;
  });
}

// By how much the start exceeds what maximum lags in the chain allow. Others are mended by the timing sweep.
Tick Chain::waits_too_long(Index op, const Choice& choice) const {
  std::int64_t excess = 0;
  for (const Arc& arc : network_.predecessors_of(op)) {
    if (arc.maximum_lag == kNever || std::count(held_.begin(), held_.end(), arc.operation) == 0) continue;
    excess = std::max(excess, std::int64_t{choice.times.start} - state_.end[arc.operation] - arc.maximum_lag);
  }
  return static_cast<Tick>(std::min<std::int64_t>(excess, kNever));
}

}  // namespace kilter::schedule
