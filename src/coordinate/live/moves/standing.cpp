#include "coordinate/live/moves/standing.hpp"

#include <algorithm>

namespace kilter::coordinate {

using schedule::Choice;
using schedule::Fixed;
using schedule::Index;
using schedule::kNone;
using time::kNever;
using time::Tick;

Standing::Standing(schedule::Damage& damage, Index op)
    : damage_(damage),
      op_(op),
      state_(fixed_and_before(damage, op)),
      insertion_(damage.early().network, damage.calendars(), state_) {
  insertion_.placer().prefer(damage.published().slot_lane, 0);
}

schedule::State Standing::fixed_and_before(schedule::Damage& damage, Index op) {
  schedule::State state = damage.unchanged_sequences();
  std::vector<bool> stays(damage.problem().operation_count, false);
  for (const schedule::Arc& arc : damage.problem().predecessors_of(op)) stays[arc.operation] = true;
  for (Index other = 0; other < damage.problem().operation_count; ++other) {
    const bool fixed = damage.problem().fixed[other] != Fixed::free;
    if (other != op && (fixed || stays[other])) continue;
    state.start[other] = state.end[other] = kNever;
    if (!state.joins.empty()) state.joins[other] = 0;
  }
  return state;
}

Tick Standing::ready() const { return insertion_.ready_at(op_); }

Choice Standing::earliest(Index mode, Tick from) {
  state_.mode[op_] = mode;
  const Tick ready = insertion_.ready_at(op_);
  if (ready == kNever) return {};
  from = std::max(from, ready);
  const Index group = damage_.problem().modes[mode].group;
  if (group == kNone) return insertion_.placer().consider(op_, mode, kNone, from);
  const schedule::Group lanes = damage_.problem().groups[group];
  const Index published = damage_.published().lane[op_];
  Choice best;
  for (Index lane = lanes.first_lane; lane < lanes.first_lane + lanes.lane_count; ++lane) {
    Choice choice = insertion_.placer().consider(op_, mode, lane, from);
    if (!choice.possible()) continue;
    const bool sooner = choice.times.start < best.times.start;
    const bool as_was = choice.times.start == best.times.start && lane == published;
    if (!best.possible() || sooner || as_was) best = std::move(choice);
  }
  return best;
}

Index Standing::holder(Index lane, Tick at) const {
  const schedule::Problem& problem = damage_.problem();
  for (Index other = 0; other < problem.operation_count; ++other) {
    if (other == op_ || state_.end[other] == kNever) continue;
    if (state_.lane[other] == lane && state_.start[other] <= at && at < state_.end[other]) return other;
    for (Index slot = problem.slot_begin[other]; slot < problem.slot_begin[other + 1]; ++slot) {
      const Index who = state_.lane[damage_.early().network.node_of_slot(slot)];
      if (who == lane && state_.start[other] <= at && at < state_.busy_until[slot]) return other;
    }
  }
  return kNone;
}

}  // namespace kilter::coordinate
