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
  Insertion(const Network& network, CalendarCache& calendars, State& state);
  Insertion(const Insertion&) = delete;
  Insertion& operator=(const Insertion&) = delete;

  Placer& placer() { return placer_; }
  [[nodiscard]] bool is_placed(Index op) const { return placer_.is_placed(op); }
  [[nodiscard]] bool is_ready(Index op) const;
  // When arcs and release let it begin. Its predecessors must be placed.
  [[nodiscard]] Tick ready_at(Index op) const { return placer_.timing().arcs_ready(state_, op); }
  // Takes the choice, and with it successors that must not wait; returns them with `op`.
  const std::vector<Index>& take(Index op, const Choice& choice);
  // Puts the operation where it ends first, if it is free, unplaced and its predecessors are placed.
  void fill(Index op);
  // Sequences in the order of starts, then exact times and pruning of what does not fit after all. The state is whole
  // then; no more may be taken.
  void finish(Propagation& propagation);

 private:
  class StartOrder;
  void promise_placed();
  void hold(Index op);
  [[nodiscard]] std::vector<std::vector<Index>> lane_sequences() const;
  void forget(Index op);

  const Network& network_;
  const Problem& problem_;
  State& state_;
  Placer placer_;
  Chain chain_;
  std::vector<Index> taken_;    // scratch
  std::vector<Index> decided_;  // in order
};

// Puts unplaced operations into the gaps of a timed schedule, as far as that leaves fewer unplaced.
void fill_gaps(const Network& network, CalendarCache& calendars, Propagation& propagation, State& state);

}  // namespace kilter::schedule
