#include "schedule/search/critical_path.hpp"

namespace kilter::schedule {
namespace {

constexpr int kLongestWalk = 64;
constexpr double kStopHere = 0.35;

}  // namespace

Binding binding_of(const Trial& trial, Index op) {
  const State& state = trial.state();
  const Network& network = trial.network();
  Binding binding;
  Tick latest = network.row(op).release;
  for (const Arc& arc : network.predecessors_of(op)) {
    // A batch of the predecessor may be what counts; its end is near enough to follow the path.
    const Tick there = arc.transfer == kNone ? state.end[arc.operation] : state.start[arc.operation];
    if (there == kNever || there + arc.minimum_lag < latest) continue;
    latest = there + arc.minimum_lag;
    binding.arc = arc.operation;
  }
  if (state.previous[op] != kNone && state.end[state.previous[op]] >= latest) {
    latest = state.end[state.previous[op]];
    binding = {.lane = {.node = op, .blocker = state.previous[op]}};
  }
  for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
    const Index node = network.node_of_slot(slot);
    const Index before = state.previous[node];
    if (before == kNone || state.busy_until[before - network.operation_count()] < latest) continue;
    latest = state.busy_until[before - network.operation_count()];
    binding = {.lane = {.node = node, .blocker = before}};
  }
  return binding;
}

Blocked blocked_on_path(const Trial& trial, Index job, base::Random& random) {
  const State& state = trial.state();
  const Network& network = trial.network();
  Index op = kNone;
  for (const Index closing : network.problem().closing_of(job)) {
    if (state.end[closing] != kNever && (op == kNone || state.end[closing] > state.end[op])) op = closing;
  }
  Blocked last;
  for (int i = 0; i < kLongestWalk && op != kNone; ++i) {
    const Binding binding = binding_of(trial, op);
    if (binding.lane.node == kNone) {
      op = binding.arc;
      continue;
    }
    last = binding.lane;
    if (random.chance(kStopHere)) break;
    op = network.operation_of_node(binding.lane.blocker);
  }
  return last;
}

Blocked anywhere(const Trial& trial, base::Random& random) {
  const Index node = random.below(trial.network().node_count());
  return {.node = node, .blocker = trial.state().previous[node]};
}

}  // namespace kilter::schedule
