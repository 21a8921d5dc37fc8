// Re-timing of what a change touches and nothing else: a bit per position of the topological order says "recompute";
// words of 64 clean positions are skipped. A change at one position can only mark later ones, except where a maximum
// lag delays a predecessor.
//
//   position  0 1 2 3 4 5 6 7
//   dirty     . . x . . x . .     -> place(2): end changed -> mark its successors, e.g. 4 and 7 -> place(4), ...
#pragma once

#include <cstdint>
#include <vector>

#include "schedule/timing/journal.hpp"
#include "schedule/timing/timing.hpp"

namespace kilter::schedule {

class Propagation {
 public:
  // Borrows both.
  Propagation(const Network& network, const Timing& timing);

  [[nodiscard]] const Timing& timing() const { return timing_; }

  // `op`, and its whole batch, must be re-timed. Its position must not change before run().
  void mark(const State& state, Index op);
  // What a run did; an operation may be listed twice.
  struct Changes {
    std::vector<Index> ended;     // its end moved
    std::vector<Index> repriced;  // its setup changed, or whether it is placed at all; with costs of time: it moved
    void clear() {
      ended.clear();
      repriced.clear();
    }
  };
  // Re-times marked operations and what follows from them, at most `limit` of them; old values go to `journal`, changes
  // are appended. False: the limit came first; go on with another run() or clear().
  bool run(State& state, Journal& journal, Changes& changes, std::size_t limit);
  // Forgets what is still marked.
  void clear();
  // Takes back every delay made for a maximum lag and marks those operations: before a run that must find the least
  // solution.
  void release_delays(State& state, Journal& journal);
  // Drops operations without a delay from the list that release_delays walks. Only between moves, with an empty
  // journal.
  void forget_idle_delays(const State& state);
  // After `state` was replaced: nothing is marked, delays are read from it.
  void reset(const State& state);

  // Times everything from nothing. O(N) without maximum lags.
  void sweep(State& state);

 private:
  struct Delay {
    Index predecessor = 0;
    Tick end = 0;  // not before this
  };
  void mark_position(Index at);
  [[nodiscard]] Index take_first();
  void forget_words();
  void retime(State& state, Index op, Journal& journal, Changes& changes);
  void mark_successors(const State& state, Index op, bool end_moved);
  void keep_maximum_lags(State& state, Index op, Journal& journal);
  void delay(State& state, Index op, Delay wish, Journal& journal);

  const Network& network_;
  const Problem& problem_;
  const Timing& timing_;
  std::vector<std::uint64_t> dirty_;
  Index first_word_ = 0;                  // no dirty bit before this word
  Index last_word_ = 0;                   // nor behind this one
  std::vector<Index> delayed_;            // a superset of the operations that have a delay
  std::vector<std::uint8_t> is_delayed_;  // operation is in delayed_
  std::uint64_t delays_left_ = 0;         // guard against delays that chase each other for ever
};

}  // namespace kilter::schedule
