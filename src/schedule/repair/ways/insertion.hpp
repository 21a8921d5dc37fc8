// A schedule into which operations are put one by one, in gaps between those that stand in it already, and which is
// then timed exactly.
//
//   lane  |--A--|.....|--B--|      take(C, choice)  ->  |--A--|-C-|..|--B--|
#pragma once

#include <vector>

#include "schedule/dispatch/chain.hpp"
#include "schedule/dispatch/place/placer.hpp"
#include "schedule/timing/propagation.hpp"

namespace kilter::schedule {

class Insertion {
 public:
  // Borrows all. What `state` has times for is promised to its lanes; only times and assignment of it are read.
  // What stands in one batch in `state` still does.
  Insertion(const Network& network, CalendarCache& calendars, State& state);
  // `batches`: operation -> number of the batch that it is in, if it has times; kNone: it is in none. Empty without
  // batch machines.
  Insertion(const Network& network, CalendarCache& calendars, State& state, std::vector<Index> batches);
  Insertion(const Insertion&) = delete;
  Insertion& operator=(const Insertion&) = delete;

  Placer& placer() { return placer_; }
  [[nodiscard]] bool is_placed(Index op) const { return placer_.is_placed(op); }
  [[nodiscard]] bool is_ready(Index op) const;
  // When arcs and release let it begin. Its predecessors must be placed.
  [[nodiscard]] Tick ready_at(Index op) const { return placer_.timing().arcs_ready(state_, op); }
  // Takes the choice, and with it successors that must not wait; returns them with `op`.
  const std::vector<Index>& take(Index op, const Choice& choice);
  // Operations that may share, not placed, their predecessors placed, as one batch on the lane: the mode is that of the
  // longest. In the `modes` (operation -> mode) where they are on that lane.
  Choice consider_together(const std::vector<Index>& operations, const std::vector<Index>& modes, Index lane);
  // On the best lane of all.
  Choice consider_together_anywhere(const std::vector<Index>& operations, const std::vector<Index>& modes);
  // Takes such a choice for all of them.
  void take_together(const std::vector<Index>& operations, const std::vector<Index>& modes, const Choice& choice);
  // Puts the operation, ready and not placed, into a batch that ends no later than `alone` and has room and time for
  // it. False: there is none.
  bool join_sooner(Index op, const Choice& alone);
  // Puts the operation, ready and not placed, into the batch that it is fixed in, when others of that have a place and
  // it is in time.
  void rejoin_fixed(Index op);
  // Puts the operation where it ends first, if it is free, unplaced and its predecessors are placed.
  void fill(Index op);
  // Sequences in the order of starts, then exact times and pruning of what does not fit after all. The state is whole
  // then; no more may be taken.
  void finish(Propagation& propagation);

 private:
  class StartOrder;
  void promise_placed();
  void hold(Index op);
  static std::vector<Index> batches_of(const State& state);
  void hold_with(Index host, Index op);
  [[nodiscard]] bool has_room(Index host, Index op) const;
  [[nodiscard]] std::vector<Index> ranks() const;
  [[nodiscard]] std::vector<std::vector<Index>> lane_sequences() const;
  [[nodiscard]] std::vector<Index> order_by_start() const;
  void write_joins();
  void forget(Index op);

  const Network& network_;
  const Problem& problem_;
  State& state_;
  Placer placer_;
  Chain chain_;
  std::vector<Index> taken_;    // scratch
  std::vector<Index> decided_;  // in order
  std::vector<Index> batch_;    // operation -> number of its batch, kNone: of none; empty without batch machines
};

// Puts unplaced operations into the gaps of a timed schedule, as far as that leaves fewer unplaced.
void fill_gaps(const Network& network, CalendarCache& calendars, Propagation& propagation, State& state);

}  // namespace kilter::schedule
