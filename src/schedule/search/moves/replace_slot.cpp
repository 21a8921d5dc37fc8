#include "schedule/search/moves/replace_slot.hpp"

#include <algorithm>

#include "schedule/search/moves/seating.hpp"

namespace kilter::schedule {

bool ReplaceSlot::apply(Trial& trial, const Blocked& where, base::Random& random) {
  const State& state = trial.state();
  const Problem& problem = trial.network().problem();
  const Index node = random.chance(0.5) ? where.node : where.blocker;
  if (!is_movable(trial, node)) return false;
  const Index op = trial.network().operation_of_node(node);
  const auto slots = static_cast<Index>(problem.slots_of(op).size());
  if (slots == 0) return false;
  const Index chosen = random.below(slots);
  const Index slot = problem.slot_begin[op] + chosen;
  const auto fixed = problem.fixed_slot_lane.begin() + problem.slot_begin[op];
  if (*(fixed + chosen) != kNone) return false;
  const auto& set = problem.lane_sets[problem.slots[slot].lanes];
  const Index lane = set[random.below(static_cast<std::uint32_t>(set.size()))].lane;
  Seat seat = trial.seat_of(op);
  if (lane == seat.slots[chosen].lane) return false;
  const auto other =
      std::find_if(seat.slots.begin(), seat.slots.end(), [lane](const Place& place) { return place.lane == lane; });
  if (other != seat.slots.end() && *(fixed + (other - seat.slots.begin())) != kNone) return false;
  const Tick ready = trial.timing().arcs_ready(state, op);
  const Tick t = state.start[op] == kNever || random.chance(0.3) ? ready : state.start[op];
  if (t == kNever) return false;
  trial.take_out(op);
  if (other != seat.slots.end()) {
    std::swap(*other, seat.slots[chosen]);  // put_in refuses who may not
  } else {
    seat.slots[chosen] = {.lane = lane, .after = state.last[lane]};
  }
  if (seat.machine.lane != kNone) seat.machine.after = last_before(trial, seat.machine.lane, t, seat.machine.after);
  for (Place& place : seat.slots) place.after = last_before(trial, place.lane, t, place.after);
  return trial.put_in(op, seat);
}

}  // namespace kilter::schedule
