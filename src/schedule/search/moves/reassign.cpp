#include "schedule/search/moves/reassign.hpp"

#include "schedule/search/moves/seating.hpp"

namespace kilter::schedule {

bool Reassign::apply(Trial& trial, const Blocked& where, base::Random& random) {
  const State& state = trial.state();
  const Problem& problem = trial.network().problem();
  const Index node = blocker_ ? where.blocker : where.node;
  if (!is_movable(trial, node)) return false;
  const Index op = trial.network().operation_of_node(node);
  const auto modes = static_cast<Index>(problem.modes_of(op).size());
  const Index mode = problem.mode_begin[op] + random.below(modes);
  const Index group = problem.modes[mode].group;
  Index lane = kNone;
  if (group != kNone) lane = problem.groups[group].first_lane + random.below(problem.groups[group].lane_count);
  if (lane == state.lane[op] && mode == state.mode[op]) return false;
  const Tick ready = trial.timing().arcs_ready(state, op);
  if (ready == kNever) return false;
  // Early enough to be in time, or where it is now, or anywhere between.
  const Tick now = state.start[op] == kNever ? ready : state.start[op];
  Tick t = random.chance(0.5) ? now : ready;
  if (now > ready && random.chance(0.5)) t = static_cast<Tick>(random.between(ready, now));
  Seat seat = trial.seat_of(op);
  trial.take_out(op);
  seat.mode = mode;
  const Index hint = lane == seat.machine.lane ? seat.machine.after : (lane == kNone ? kNone : state.last[lane]);
  seat.machine = {.lane = lane, .after = lane == kNone ? kNone : last_before(trial, lane, t, hint)};
  for (Place& slot : seat.slots) slot.after = last_before(trial, slot.lane, t, slot.after);
  return trial.put_in(op, seat);
}

}  // namespace kilter::schedule
