#include "schedule/timing/state.hpp"

#include <algorithm>

namespace kilter::schedule {

State make_state(const Network& network) {
  const Problem& problem = network.problem();
  const Index count = network.operation_count();
  State state;
  state.mode.resize(count);
  for (Index op = 0; op < count; ++op) state.mode[op] = network.row(op).first_mode;
  state.lane.assign(network.node_count(), kNone);
  state.previous.assign(network.node_count(), kNone);
  state.next.assign(network.node_count(), kNone);
  state.first.assign(problem.lanes.size(), kNone);
  state.last.assign(problem.lanes.size(), kNone);
  state.order.assign(count, 0);
  state.position.assign(count, 0);
  state.calendar.assign(count, kNone);
  state.start.assign(count, kNever);
  state.end.assign(count, kNever);
  state.setup.assign(count, 0);
  state.busy_until.assign(network.slot_count(), kNever);
  if (problem.has_batches()) state.joins.assign(network.node_count(), 0);
  if (network.has_maximum_lags()) state.not_before.assign(count, kLongAgo);
  return state;
}

State make_state(const Network& network, CalendarCache& calendars, const Solution& solution) {
  const Problem& problem = network.problem();
  State state = make_state(network);
  state.mode = solution.mode;
  state.order = solution.order;
  std::copy(solution.lane.begin(), solution.lane.end(), state.lane.begin());
  std::copy(solution.slot_lane.begin(), solution.slot_lane.end(),
            state.lane.begin() + static_cast<std::ptrdiff_t>(network.operation_count()));
  std::copy(solution.joins.begin(), solution.joins.end(), state.joins.begin());
  link_in_order(network, state);
  for (Index op = 0; op < problem.operation_count; ++op) {
    state.calendar[op] = effective_calendar(network, calendars, state, op);
  }
  return state;
}

void link_in_order(const Network& network, State& state) {
  std::fill(state.first.begin(), state.first.end(), kNone);
  std::fill(state.last.begin(), state.last.end(), kNone);
  for (Index at = 0; at < state.order.size(); ++at) {
    const Index op = state.order[at];
    state.position[op] = at;
    if (state.lane[op] != kNone) link_node(state, op, state.lane[op], state.last[state.lane[op]]);
    if (is_joined(state, op) && (state.lane[op] == kNone || state.previous[op] == kNone)) state.joins[op] = 0;
    for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
      const Index node = network.node_of_slot(slot);
      if (state.lane[node] != kNone) link_node(state, node, state.lane[node], state.last[state.lane[node]]);
    }
  }
}

Solution to_solution(const Network& network, const State& state) {
  const auto count = static_cast<std::ptrdiff_t>(network.operation_count());
  Solution solution;
  solution.mode = state.mode;
  solution.lane.assign(state.lane.begin(), state.lane.begin() + count);
  solution.slot_lane.assign(state.lane.begin() + count, state.lane.end());
  solution.start = state.start;
  solution.end = state.end;
  solution.setup = state.setup;
  solution.order = state.order;
  if (!state.joins.empty()) solution.joins.assign(state.joins.begin(), state.joins.begin() + count);
  return solution;
}

Index slot_calendar(const Problem& problem, Index slot, Index lane) {
  for (const Candidate& candidate : problem.lane_sets[problem.slots[slot].lanes]) {
    if (candidate.lane == lane) return candidate.calendar;
  }
  return kNone;
}

Index effective_calendar(const Network& network, CalendarCache& calendars, const State& state, Index op) {
  const Problem& problem = network.problem();
  if (network.row(op).first_mode == network.row(op + 1).first_mode) return kNone;
  const Mode& mode = problem.modes[state.mode[op]];
  Index result = mode.calendar;
  if (mode.group != kNone) {
    if (state.lane[op] == kNone) return kNone;
    result = problem.lanes[state.lane[op]].calendar;
  }
  for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
    const Index lane = state.lane[network.node_of_slot(slot)];
    if (lane == kNone) return kNone;
    const Index hours = slot_calendar(problem, slot, lane);
    if (hours == kNone) return kNone;
    result = calendars.combine(result, hours);
  }
  return result;
}

void link_node(State& state, Index node, Index lane, Index after) {
  const Index before = after == kNone ? state.first[lane] : state.next[after];
  state.lane[node] = lane;
  state.previous[node] = after;
  state.next[node] = before;
  (after == kNone ? state.first[lane] : state.next[after]) = node;
  (before == kNone ? state.last[lane] : state.previous[before]) = node;
}

void unlink_node(State& state, Index node) {
  const Index lane = state.lane[node];
  const Index before = state.previous[node];
  const Index after = state.next[node];
  if (!state.joins.empty()) {
    if (after != kNone && state.joins[node] == 0) state.joins[after] = 0;
    state.joins[node] = 0;
  }
  (before == kNone ? state.first[lane] : state.next[before]) = after;
  (after == kNone ? state.last[lane] : state.previous[after]) = before;
  state.lane[node] = kNone;
  state.previous[node] = kNone;
  state.next[node] = kNone;
}

}  // namespace kilter::schedule
