// A schedule as the search sees it: assignment, a sequence per lane, one topological order of all operations, and the
// times that the timing sweep derived from them. Flat arrays only, so that a copy is a handful of memcpy.
//
// Nodes: a lane's sequence is a doubly linked list of nodes (Network::node_of_slot), so a machine, a person and a tool
// are sequenced by the same code.
#pragma once

#include <span>
#include <vector>

#include "schedule/problem.hpp"
#include "schedule/solution.hpp"
#include "schedule/timing/calendar_cache.hpp"
#include "schedule/timing/network.hpp"

namespace kilter::schedule {

struct State {
  std::vector<Index> mode;      // operation -> index into Problem::modes
  std::vector<Index> lane;      // node -> lane; kNone: not in a sequence
  std::vector<Index> previous;  // node -> node before it on its lane, kNone
  std::vector<Index> next;      // node -> node after it on its lane, kNone
  std::vector<Index> first;     // lane -> first node, kNone
  std::vector<Index> last;      // lane -> last node, kNone
  std::vector<Index> order;     // a topological order of arcs and sequences
  std::vector<Index> position;  // operation -> its place in `order`
  std::vector<Index> calendar;  // operation -> its effective calendar in the CalendarCache; kNone: cannot be placed
  std::vector<Tick> start;      // operation; kNever: unplaced
  std::vector<Tick> end;
  std::vector<Tick> setup;       // sequence-dependent setup before its own work
  std::vector<Tick> busy_until;  // slot -> end of attendance
  std::vector<Index> joins;      // node; 1: in the batch of the node before it; empty without batch machines
  std::vector<Tick> not_before;  // operation -> raised by maximum lags; empty when the problem has none
};

// An empty schedule: nothing assigned, order not yet set.
State make_state(const Network& network);

// The sequences and assignment of `solution`; times are not set (sweep them).
State make_state(const Network& network, CalendarCache& calendars, const Solution& solution);

// Takes over times, assignment and order; the score is left to `score_of`.
Solution to_solution(const Network& network, const State& state);

// The hours in which `lane` may fill `slot`; kNone when it may not.
Index slot_calendar(const Problem& problem, Index slot, Index lane);

// The effective calendar of `op` with its present lanes: machine and all its slots; kNone when a lane is missing.
Index effective_calendar(const Network& network, CalendarCache& calendars, const State& state, Index op);

// The members of a batch are neighbours on their lane, all but the first joined to the one before.
[[nodiscard]] inline bool is_joined(const State& state, Index op) {
  return !state.joins.empty() && state.joins[op] != 0;
}
// Is `op` in a batch with others?
[[nodiscard]] inline bool shares_batch(const State& state, Index op) {
  if (state.joins.empty()) return false;
  return state.joins[op] != 0 || (state.next[op] != kNone && state.joins[state.next[op]] != 0);
}
[[nodiscard]] inline Index first_of_batch(const State& state, Index op) {
  while (is_joined(state, op)) op = state.previous[op];
  return op;
}
// The member behind `op`; kNone: it is the last.
[[nodiscard]] inline Index next_in_batch(const State& state, Index op) {
  const Index next = state.joins.empty() ? kNone : state.next[op];
  return next != kNone && state.joins[next] != 0 ? next : kNone;
}
[[nodiscard]] inline Index last_of_batch(const State& state, Index op) {
  for (Index next = op; next != kNone; next = next_in_batch(state, next)) op = next;
  return op;
}

// Links `node` into `lane` behind `after` (kNone: first). The node must be in no sequence.
void link_node(State& state, Index node, Index lane, Index after);
// The rest of its batch stays one.
void unlink_node(State& state, Index node);

// Rebuilds all sequences from `lane` and `order`, and `position` from `order`.
void link_in_order(const Network& network, State& state);

}  // namespace kilter::schedule
