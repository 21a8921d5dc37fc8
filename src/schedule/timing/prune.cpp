#include "schedule/timing/prune.hpp"

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
  const auto stuck = [&](Index node) {
    return node != kNone && state.end[network.operation_of_node(node)] == kNever;
  };
  if (stuck(state.previous[op])) return false;
  for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
    if (stuck(state.previous[network.node_of_slot(slot)])) return false;
  }
  return true;
}

void take_out(const Network& network, State& state, Index op) {
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
    std::vector<Index> out;
    bool stuck = false;
    for (const Index op : state.order) {
      if (state.end[op] != kNever || !is_sequenced(network, state, op)) continue;
      stuck = true;
      if (round == kRounds || is_cause(network, state, op)) out.push_back(op);
    }
    if (!stuck) return;
    if (out.empty()) round = kRounds - 1;
    for (const Index op : out) take_out(network, state, op);
    if (!out.empty()) propagation.sweep(state);
  }
}

}  // namespace kilter::schedule
