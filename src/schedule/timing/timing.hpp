// The timing function: the earliest start and end of every operation for given sequences and assignment. One
// left-to-right pass over the topological order; maximum lags delay predecessors by least fixed point.
//
//   ready  = max(release, end of each predecessor + lag, end before it on each of its lanes)
//   start  = first open instant >= ready of the effective calendar (not pausable: first interval that fits)
//   end    = start + (sequence-dependent setup + work) of open time
//
// A batch is ready when the last of its members is, and works as long as the longest of them.
//
// All rules are monotone in the times before, so the least solution exists and is what the pass computes. An operation
// without a feasible time before the horizon gets kNever, and so does everything behind it.
#pragma once

#include "schedule/timing/calendar_cache.hpp"
#include "schedule/timing/network.hpp"
#include "schedule/timing/state.hpp"

namespace kilter::schedule {

struct Times {
  Tick start = kNever;
  Tick end = kNever;
  Tick setup = 0;
  friend bool operator==(const Times&, const Times&) = default;
};

// a + b; kNever swallows everything.
inline Tick later(Tick a, Tick b) {
  if (a == kNever || b == kNever) return kNever;
  const std::int64_t sum = static_cast<std::int64_t>(a) + b;
  return sum >= kNever ? kNever : static_cast<Tick>(sum);
}

class Timing {
 public:
  // Borrows both.
  Timing(const Network& network, const CalendarCache& calendars)
      : network_(network), problem_(network.problem()), calendars_(calendars) {}

  // Times of `op` from the times of what stands before it. O(arcs + slots), transfer arcs O(batches).
  [[nodiscard]] Times place(const State& state, Index op) const;
  // Times of `op` in its present mode when its predecessors and lanes are ready at `ready`, in `calendar`, with `setup`
  // from the operation before. Transfer arcs are looked up; start = kNever when it does not fit before the horizon.
  [[nodiscard]] Times fit(const State& state, Index op, Index calendar, Times ready_and_setup) const;
  // When predecessors and release let `op` begin (transfer arcs: their first batch).
  [[nodiscard]] Tick arcs_ready(const State& state, Index op) const;
  // Working seconds of `op` in its present mode, without sequence-dependent setup: of a batch's longest member.
  [[nodiscard]] Tick work_of(const State& state, Index op) const;
  // The sequence-dependent setup before `op` on its machine.
  [[nodiscard]] Tick setup_before(const State& state, Index op) const;
  // End of attendance of `slot` of `op`.
  [[nodiscard]] Tick attended_until(const State& state, Index op, Index slot, const Times& times) const;
  // When the work that waits for predecessors begins: `start`, or the end of a setup that may run ahead of them.
  [[nodiscard]] Tick wait_over(const State& state, Index op) const;
  // The least ready time that lets `op` end at `end` or later; kNever when it is fixed or there is none.
  [[nodiscard]] Tick ready_for_end(const State& state, Index op, Tick end) const;
  // Writes times and attendance of `op`.
  void write(State& state, Index op, const Times& times) const;

 private:
  [[nodiscard]] Tick ready(const State& state, Index op) const;
  [[nodiscard]] Tick lanes_ready(const State& state, Index op) const;
  [[nodiscard]] Tick first_batch(const State& state, const Arc& arc) const;
  // The hours that an operation is worked in, and its sequence-dependent setup.
  struct Work {
    Index calendar = 0;
    Tick setup = 0;
  };
  // `ready`, or when batches from predecessors let `op` start if that is later.
  [[nodiscard]] Tick transfer_bound(const State& state, Index op, Work work, Tick ready) const;
  [[nodiscard]] Times fit_setup_ahead(const State& state, Index op, Tick arcs, Tick lanes) const;
  [[nodiscard]] Times place_fixed(const State& state, Index op, Tick ready) const;
  [[nodiscard]] Times within_horizon(Times times) const;

  const Network& network_;
  const Problem& problem_;
  const CalendarCache& calendars_;
};

}  // namespace kilter::schedule
