// Destructive improvement by disjunctive propagation: a completion time is refuted when no window is left for some
// operation after everything that follows from it has been drawn: precedences, immediate selections (Carlier and Pinson
// 1989), edge finding (Carlier and Pinson 1994; in the form of Baptiste, Le Pape and Nuijten 2001), and shaving (Martin
// and Shmoys 1996): part of a window is cut off when supposing it leads to a refutation.
//
//   window of i     |..........[=====]..|         earliest begin .. latest end
//   on its machine  some set S of others must be done by d, and S with i does not fit before d:  i comes after S
//
// Works on operations that can run on one lane only, in elapsed time: hours make work longer, never shorter, so what is
// refuted stays refuted. O(n^2) for n operations of a lane and round.
#pragma once

#include "schedule/bounds/fractional_load.hpp"
#include "schedule/bounds/relaxation/demands.hpp"

namespace kilter::schedule {

// A problem as its bounds see it. Borrows all.
struct Relaxed {
  const Relaxation& relaxation;
  const Heads& heads;
  const Tails& tails;
  const Demands& demands;
};

// No schedule completes the job that `tails` aims at before the result, which lies in `ends` (limit + 1: all refuted).
// `steps` elementary steps, about a nanosecond each, are used up at most.
std::int64_t disjunctive_bound(const Relaxed& relaxed, EndRange ends, std::int64_t& steps);

}  // namespace kilter::schedule
