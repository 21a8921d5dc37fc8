#include "schedule/search/moves/exchange.hpp"

#include "schedule/search/moves/seating.hpp"

namespace kilter::schedule {
namespace {

// The mode of `op` that runs in the group of `mode`; kNone.
Index mode_in_group(const Problem& problem, Index op, Index group) {
  for (Index mode = problem.mode_begin[op]; mode < problem.mode_begin[op + 1]; ++mode) {
    if (problem.modes[mode].group == group) return mode;
  }
  return kNone;
}

bool put_at(Trial& trial, Index op, Seat seat, Place machine, Tick t) {
  seat.machine = machine;
  for (Place& slot : seat.slots) slot.after = last_before(trial, slot.lane, t, kNone);
  return trial.put_in(op, seat);
}

}  // namespace

bool Exchange::apply(Trial& trial, const Blocked& where, base::Random& random) {
  const State& state = trial.state();
  const Network& network = trial.network();
  const Problem& problem = network.problem();
  if (!is_movable(trial, where.node)) return false;
  const Index op = network.operation_of_node(where.node);
  const Index group = problem.modes[state.mode[op]].group;
  if (group == kNone || problem.groups[group].lane_count < 2 || state.start[op] == kNever) return false;
  const Index lane = problem.groups[group].first_lane + random.below(problem.groups[group].lane_count);
  if (lane == state.lane[op]) return false;
  // Its counterpart: what stands there at about the same time, or one of the few before.
  Index other = last_before(trial, lane, state.start[op] + 1, state.last[lane]);
  for (Index left = random.below(4); left > 0 && other != kNone && state.previous[other] != kNone; --left) {
    other = state.previous[other];
  }
  if (!is_movable(trial, other) || other >= network.operation_count()) return false;
  Seat mine = trial.seat_of(op);
  Seat theirs = trial.seat_of(other);
  const Index my_mode = mode_in_group(problem, op, problem.modes[theirs.mode].group);
  const Index their_mode = mode_in_group(problem, other, group);
  if (my_mode == kNone || their_mode == kNone) return false;
  const Tick my_start = state.start[op];
  const Tick their_start = state.start[other];
  trial.take_out(op);
  trial.take_out(other);
  const Place here = mine.machine;
  const Place there = theirs.machine;
  mine.mode = my_mode;
  theirs.mode = their_mode;
  return put_at(trial, op, std::move(mine), there, their_start) &&
         put_at(trial, other, std::move(theirs), here, my_start);
}

}  // namespace kilter::schedule
