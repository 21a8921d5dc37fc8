#include "schedule/timing/prune.hpp"

#include <algorithm>
#include <vector>

namespace kilter::schedule {
namespace {

constexpr int kRounds = 64;  // then everything unplaced goes at once

bool is_sequenced(const Network& network, const State& state, Index op) {
  if (state.lane[op] != kNone) return true;
  for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
    if (state.lane[network.node_of_slot(slot)] != kNone) return true;
  }
  return false;
}

// Unplaced, but not because of what stands before it on a lane.
bool is_cause(const Network& network, const State& state, Index op) {
  const auto stuck = [&](Index node) { return node != kNone && state.end[network.operation_of_node(node)] == kNever; };
  if (stuck(state.previous[op])) return false;
  for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
    if (stuck(state.previous[network.node_of_slot(slot)])) return false;
  }
  return true;
}

// An operation that was delayed beyond the horizon for a successor that must not wait: the successor is the cause.
void add_unreachable_successors(const Network& network, const State& state, Index op, std::vector<Index>& out) {
  if (state.not_before.empty() || state.not_before[op] == kLongAgo) return;
  if (state.not_before[op] == kNever) return out.push_back(op);  // itself could not be reached
  for (const Successor& successor : network.successors_of(op)) {
    if (network.problem().predecessors[successor.arc].maximum_lag == kNever) continue;
    if (is_sequenced(network, state, successor.operation)) out.push_back(successor.operation);
  }
}

// When a batch without a place would have one if it consisted of `op` alone.
bool fits_alone(const Timing& timing, State& state, Index op) {
  const Index before = state.previous[op];
  const Index behind = next_in_batch(state, op);
  const Index joins = state.joins[op];
  state.previous[op] = state.previous[first_of_batch(state, op)];
  state.joins[op] = 0;
  if (behind != kNone) state.joins[behind] = 0;
  const bool fits = timing.place(state, op).end != kNever;
  if (behind != kNone) state.joins[behind] = 1;
  state.joins[op] = joins;
  state.previous[op] = before;
  return fits;
}

// Of the batch that `first` begins, which has no place: members that would have none alone; if each would, the one that
// is ready last.
void add_culprits(const Timing& timing, State& state, Index first, std::vector<Index>& out) {
  const std::size_t before = out.size();
  Index last = first;
  for (Index op = first; op != kNone; op = next_in_batch(state, op)) {
    if (!fits_alone(timing, state, op)) out.push_back(op);
    if (timing.arcs_ready(state, op) > timing.arcs_ready(state, last)) last = op;
  }
  if (out.size() == before) out.push_back(last);
}

// What leaves a batch stands behind it in the order, so that the others remain next to each other.
void step_out_of_batch(State& state, Index op) {
  if (!shares_batch(state, op)) return;
  const Index from = state.position[op];
  const Index to = state.position[last_of_batch(state, op)];
  std::rotate(state.order.begin() + from, state.order.begin() + from + 1, state.order.begin() + to + 1);
  for (Index at = from; at <= to; ++at) state.position[state.order[at]] = at;
}

void take_out(const Network& network, State& state, Index op) {
  step_out_of_batch(state, op);
  if (state.lane[op] != kNone) unlink_node(state, op);
  for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
    const Index node = network.node_of_slot(slot);
    if (state.lane[node] != kNone) unlink_node(state, node);
  }
  state.calendar[op] = kNone;
}

}  // namespace

void prune_unplaced(const Network& network, Propagation& propagation, State& state) {
  for (int round = 0; round <= kRounds; ++round) {
    std::vector<Index> stuck;
    for (const Index op : state.order) {
      if (state.end[op] == kNever && is_sequenced(network, state, op)) stuck.push_back(op);
    }
    if (stuck.empty()) return;
    std::vector<Index> out;
    for (const Index op : stuck) add_unreachable_successors(network, state, op, out);
    if (out.empty()) {
      for (const Index op : stuck) {
        if (is_joined(state, op) || !is_cause(network, state, op)) continue;
        if (shares_batch(state, op)) {
          add_culprits(propagation.timing(), state, op, out);
        } else {
          out.push_back(op);
        }
      }
    }
    if (out.empty() || round == kRounds) out = stuck;
    for (const Index op : out) take_out(network, state, op);
    propagation.sweep(state);
  }
}

}  // namespace kilter::schedule
