#include "schedule/search/moves/push_back.hpp"

#include "schedule/search/moves/seating.hpp"

namespace kilter::schedule {

bool PushBack::apply(Trial& trial, const Blocked& where, base::Random& random) {
  const State& state = trial.state();
  const Network& network = trial.network();
  if (!is_movable(trial, where.blocker)) return false;
  Index target = where.node;  // the last one that passes
  for (Index left = reach_ > 1 ? random.below(reach_) : 0; left > 0; --left) {
    if (state.next[target] == kNone) break;
    target = state.next[target];
  }
  target = last_of_batch(state, target);
  const Index op = network.operation_of_node(where.blocker);
  const Index behind = network.operation_of_node(target);
  if (op == behind || state.start[behind] == kNever) return false;
  const Tick t = state.start[behind] + 1;
  const Index lane = state.lane[where.blocker];
  const Seat old = trial.seat_of(op);
  trial.take_out(op);
  const Place place{.lane = lane, .after = target};
  if (where.blocker == op) return reseat(trial, op, old, place, t);
  Seat seat = old;
  if (seat.machine.lane != kNone) seat.machine.after = last_before(trial, seat.machine.lane, t, seat.machine.after);
  for (Place& slot : seat.slots)
    slot = slot.lane == lane ? place : Place{slot.lane, last_before(trial, slot.lane, t, slot.after)};
  return trial.put_in(op, seat);
}

}  // namespace kilter::schedule
