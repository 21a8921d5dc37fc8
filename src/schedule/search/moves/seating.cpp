#include "schedule/search/moves/seating.hpp"

namespace kilter::schedule {
namespace {

Tick start_of(const Trial& trial, Index node) { return trial.state().start[trial.network().operation_of_node(node)]; }

}  // namespace

Index last_before(const Trial& trial, Index lane, Tick t, Index hint) {
  const State& state = trial.state();
  Index node = hint == kNone ? state.first[lane] : hint;
  if (node == kNone) return kNone;
  while (node != kNone && start_of(trial, node) >= t) node = state.previous[node];
  if (node == kNone) return kNone;
  while (state.next[node] != kNone && start_of(trial, state.next[node]) < t) node = state.next[node];
  return node;
}

bool reseat(Trial& trial, Index op, const Seat& old, Place machine, Tick t) {
  Seat seat{.mode = old.mode, .machine = machine, .slots = old.slots};
  for (Place& place : seat.slots) place.after = last_before(trial, place.lane, t, place.after);
  return trial.put_in(op, seat);
}

bool is_movable(const Trial& trial, Index node) {
  if (node == kNone) return false;
  const Index op = trial.network().operation_of_node(node);
  const Row& row = trial.network().row(op);
  return row.fixed == Fixed::free && row.held == Held::no && trial.state().calendar[op] != kNone;
}

}  // namespace kilter::schedule
