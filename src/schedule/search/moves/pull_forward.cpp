#include "schedule/search/moves/pull_forward.hpp"

#include "schedule/search/moves/seating.hpp"

namespace kilter::schedule {

bool PullForward::apply(Trial& trial, const Blocked& where, base::Random& random) {
  const State& state = trial.state();
  const Network& network = trial.network();
  Index target = where.blocker;  // the first one overtaken
  if (!is_movable(trial, where.node) || !is_movable(trial, target)) return false;
  for (Index left = reach_ > 1 ? random.below(reach_) : 0; left > 0; --left) {
    if (!is_movable(trial, state.previous[target])) break;
    target = state.previous[target];
  }
  target = first_of_batch(state, target);
  const Index op = network.operation_of_node(where.node);
  const Tick t = state.start[network.operation_of_node(target)];
  const Index lane = state.lane[where.node];
  const Place place{.lane = lane, .after = state.previous[target]};
  const Seat old = trial.seat_of(op);
  trial.take_out(op);
  if (where.node == op) return reseat(trial, op, old, place, t);
  // Waits for a person or a tool: the machine's place follows the time as well.
  Seat seat = old;
  if (seat.machine.lane != kNone) seat.machine.after = last_before(trial, seat.machine.lane, t, seat.machine.after);
  for (Place& slot : seat.slots)
    slot = slot.lane == lane ? place : Place{slot.lane, last_before(trial, slot.lane, t, slot.after)};
  return trial.put_in(op, seat);
}

}  // namespace kilter::schedule
