// One list schedule after another from the same moment in time: what was decided before it is frozen, the rest is
// simulated to the end.
//
//   frozen by the pieces before          | simulated by the pieces from here on
//   =====================================|- - - - - - - - - - - - - - - - - - ->
//                                        moment
#pragma once

#include <span>
#include <vector>

#include "schedule/dispatch/dispatcher.hpp"
#include "schedule/epochs/epochs.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

// `policy` decides from `from` until the next piece's `from`.
struct Piece {
  Tick from = kLongAgo;
  DispatchPolicy policy;
};

// One per thread.
class Rollout {
 public:
  // Borrows both. Stands before everything.
  Rollout(const Network& network, const Shared& shared);

  // Moves the moment to `to` by the pieces' decisions; back to the beginning first when `to` lies before the moment.
  void move_to(Tick to, std::span<const Piece> pieces);
  // Simulates from the moment to the end; the moment stays. The schedule is exact: timed anew and scored. False:
  // halted, nothing is known.
  bool run(std::span<const Piece> pieces, const Halt& halt);
  // Of the last run.
  [[nodiscard]] const Score& score() const { return score_; }
  [[nodiscard]] Solution solution() const;

 private:
  void start_again();
  bool simulate(State& state, Dispatcher::Progress& progress, LaneBook& book, std::span<const Piece> pieces, Tick until,
                const Halt* halt);

  const Network& network_;
  const Shared& shared_;
  CalendarCache calendars_;
  Tick moment_ = kLongAgo;
  State past_;  // at the moment
  Dispatcher::Progress progress_;
  LaneBook book_;
  State state_;  // of the last run
  Score score_;
};

}  // namespace kilter::schedule
