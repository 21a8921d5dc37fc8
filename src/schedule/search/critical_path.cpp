#include "schedule/search/critical_path.hpp"

namespace kilter::schedule {
namespace {

constexpr int kLongestWalk = 64;
constexpr double kStopHere = 0.35;

// Of a batch, the member that was ready last; with `op` as the first of it, what stands before them all.
Index last_ready(const Trial& trial, Index op) {
  Index last = op;
  for (Index one = op; one != kNone; one = next_in_batch(trial.state(), one)) {
    if (trial.timing().arcs_ready(trial.state(), one) > trial.timing().arcs_ready(trial.state(), last)) last = one;
  }
  return last;
}

}  // namespace

Binding binding_of(const Trial& trial, Index waiting) {
  const State& state = trial.state();
  const Network& network = trial.network();
  const Index op = first_of_batch(state, waiting);
  const Index member = shares_batch(state, op) ? last_ready(trial, op) : op;
  Binding binding;
  Tick latest = network.row(member).release;
  for (const Arc& arc : network.predecessors_of(member)) {
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
