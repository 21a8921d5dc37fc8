// What a delay costs: for every operation of a timed schedule how much dearer the whole gets per second that it ends
// later, to first order along what binds now, and when it must end at the latest lest anything costs more.
//
//   a --- b --- c (due, late)        each second that a ends later is a second of c; d may end later
//     \-- d ....| e
#pragma once

#include <vector>

#include "schedule/timing/network.hpp"
#include "schedule/timing/state.hpp"

namespace kilter::schedule {

class DelayValue {
 public:
  // Borrows the network. Values nothing yet.
  explicit DelayValue(const Network& network);

  // Of a timed state; `calendars` those that it was timed with. O(N + arcs).
  void assess(const State& state, const CalendarCache& calendars);

  // Weights of the late jobs that wait for `op` through what binds them: each operation waits for one other.
  [[nodiscard]] Cost per_second(Index op) const { return per_second_[op]; }
  // While every operation ends by its latest end, in these sequences, no job ends later than now or than it is due.
  [[nodiscard]] Tick latest_end(Index op) const { return latest_end_[op]; }
  // The start that belongs to it.
  [[nodiscard]] Tick latest_start(const State& state, const CalendarCache& calendars, Index op) const;
  // The weight of an ordinary job: the mean of those that have one; 0 when none has.
  [[nodiscard]] Cost typical() const { return typical_; }
  // The operation whose end (or start, or people) `op` waits for; kNone.
  [[nodiscard]] Index binding(Index op) const { return binding_[op]; }

 private:
  void assess_jobs(const State& state);
  void pass_back(const State& state, const CalendarCache& calendars, Index op);

  const Network& network_;
  std::vector<Cost> per_second_;
  std::vector<Tick> latest_end_;
  std::vector<Index> binding_;
  Cost typical_ = 0;
};

// Something that an operation waits for, and when that lets it go.
struct Wait {
  Index operation = kNone;
  Tick until = kLongAgo;
};

// Calls `visit(Wait)` for every predecessor of `op` by arcs and on its lanes, in a timed state.
template <class Visit>
void for_each_wait(const Network& network, const State& state, Index op, Visit&& visit) {
  for (const Arc& arc : network.predecessors_of(op)) {
    // With batches the start counts, near enough.
    const Tick from = arc.transfer == kNone ? state.end[arc.operation] : state.start[arc.operation];
    if (from != kNever) visit(Wait{.operation = arc.operation, .until = from + arc.minimum_lag});
  }
  if (state.previous[op] != kNone) visit(Wait{.operation = state.previous[op], .until = state.end[state.previous[op]]});
  for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
    const Index node = state.previous[network.node_of_slot(slot)];
    if (node == kNone) continue;
    visit(Wait{.operation = network.operation_of_node(node),
               .until = state.busy_until[node - network.operation_count()]});
  }
}

}  // namespace kilter::schedule
