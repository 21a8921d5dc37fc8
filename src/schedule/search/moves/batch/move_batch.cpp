#include "schedule/search/moves/batch/move_batch.hpp"

#include <algorithm>
#include <vector>

#include "schedule/search/moves/batch/sharing.hpp"

namespace kilter::schedule {
namespace {

std::vector<Index> members_of(const State& state, Index op) {
  std::vector<Index> members;
  for (Index one = first_of_batch(state, op); one != kNone; one = next_in_batch(state, one)) members.push_back(one);
  return members;
}

// Another machine of `op`'s, where it begins when it is ready or as now; lane kNone: there is none.
Place elsewhere(const Trial& trial, Index op, base::Random& random) {
  const State& state = trial.state();
  const Problem& problem = trial.network().problem();
  const Index mode = problem.mode_begin[op] + random.below(static_cast<Index>(problem.modes_of(op).size()));
  if (problem.modes[mode].group == kNone) return {};
  const Group& group = problem.groups[problem.modes[mode].group];
  const Index lane = group.first_lane + random.below(group.lane_count);
  const Tick ready = trial.timing().arcs_ready(state, op);
  const Tick t = random.chance(0.5) ? state.start[op] : ready;
  if (lane == state.lane[op] || t == kNever) return {};
  return {.lane = lane, .after = last_before(trial, lane, t, state.last[lane])};
}

// On the same machine, past one neighbour; lane kNone: there is none.
Place past_neighbour(const State& state, const std::vector<Index>& members, bool forward) {
  const Index lane = state.lane[members.front()];
  const Index neighbour = forward ? state.previous[members.front()] : state.next[members.back()];
  if (neighbour == kNone) return {};
  const Index after = forward ? state.previous[first_of_batch(state, neighbour)] : last_of_batch(state, neighbour);
  return {.lane = lane, .after = after};
}

}  // namespace

bool MoveBatch::apply(Trial& trial, const Blocked& where, base::Random& random) {
  const State& state = trial.state();
  const Problem& problem = trial.network().problem();
  const Index op = sharing_at(trial, where, random);
  if (op == kNone || !shares_batch(state, op)) return false;
  const std::vector<Index> members = members_of(state, op);
  if (!std::all_of(members.begin(), members.end(), [&](Index one) { return is_movable(trial, one); })) return false;
  const bool leaves = random.chance(0.4);
  Place place = leaves ? elsewhere(trial, op, random) : past_neighbour(state, members, random.chance(0.6));
  if (place.lane == kNone) return false;
  std::vector<Index> modes;
  for (const Index one : members) modes.push_back(leaves ? mode_on_lane(problem, one, place.lane) : state.mode[one]);
  if (std::count(modes.begin(), modes.end(), kNone) > 0) return false;
  for (const Index one : members) trial.take_out(one);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!trial.put_in(members[i], {.mode = modes[i], .machine = place, .joins = i > 0, .slots = {}})) return false;
    place.after = members[i];
  }
  return true;
}

}  // namespace kilter::schedule
