#include "schedule/search/moves/adopt.hpp"

#include <algorithm>

#include "schedule/search/moves/seating.hpp"

namespace kilter::schedule {
namespace {

bool can_be_adopted(const Trial& trial, Index op) {
  const Network& network = trial.network();
  const State& state = trial.state();
  if (state.end[op] != kNever || network.row(op).fixed != Fixed::free || network.modes_of(op).empty()) return false;
  if (network.row(op).held != Held::no) return false;
  const auto arcs = network.predecessors_of(op);
  return std::all_of(arcs.begin(), arcs.end(), [&](const Arc& arc) { return state.end[arc.operation] != kNever; });
}

// From a random position of the order on, the first one found; kNone.
Index find_unplaced(const Trial& trial, base::Random& random) {
  const auto& order = trial.state().order;
  const std::size_t from = random.below(static_cast<std::uint32_t>(order.size()));
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Index op = order[(from + i) % order.size()];
    if (can_be_adopted(trial, op)) return op;
  }
  return kNone;
}

}  // namespace

bool Adopt::apply(Trial& trial, const Blocked&, base::Random& random) {
  const Index op = find_unplaced(trial, random);
  if (op == kNone) return false;
  const State& state = trial.state();
  const Network& network = trial.network();
  const Problem& problem = network.problem();
  const Tick ready = trial.timing().arcs_ready(state, op);
  if (ready == kNever) return false;
  const Tick t = random.chance(0.6)
                     ? ready
                     : static_cast<Tick>(std::min<std::int64_t>(kNever, std::int64_t{ready} + random.below(86'400)));
  trial.take_out(op);
  const bool joins = problem.may_share(op) && random.chance(0.5);
  Seat seat{.mode = network.row(op).first_mode + random.below(static_cast<Index>(network.modes_of(op).size()))};
  const Index group = problem.modes[seat.mode].group;
  if (group != kNone) {
    const Index lane = problem.groups[group].first_lane + random.below(problem.groups[group].lane_count);
    seat.machine = {.lane = lane, .after = last_before(trial, lane, t, state.last[lane])};
    seat.joins = joins;
  }
  for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
    const auto& set = problem.lane_sets[problem.slots[slot].lanes];
    if (set.empty()) return false;
    Index lane = set[random.below(static_cast<std::uint32_t>(set.size()))].lane;
    if (problem.fixed_slot_lane[slot] != kNone) lane = problem.fixed_slot_lane[slot];
    const auto uses = [lane](const Place& place) { return place.lane == lane; };
    if (std::any_of(seat.slots.begin(), seat.slots.end(), uses)) return false;
    seat.slots.push_back({.lane = lane, .after = last_before(trial, lane, t, state.last[lane])});
  }
  return trial.put_in(op, seat);
}

}  // namespace kilter::schedule
