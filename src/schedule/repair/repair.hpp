// Ways out of a disruption, from leaving every sequence as it is to planning anew.
//
//   const Disrupted changed = disrupt(problem, published, facts);
//   for (const Repair& way : repair(changed.problem, changed.published, {})) ...
#pragma once

#include <atomic>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "schedule/problem.hpp"
#include "schedule/repair/change.hpp"
#include "schedule/repair/facts/disruption.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

struct RepairOptions {
  static constexpr Cost kNoLimit = std::numeric_limits<Cost>::max();

  double seconds = 0.15;    // of wall time for all ways together
  std::uint64_t steps = 0;  // > 0: so many search steps in every way that searches instead of by time (replayable)
  std::uint64_t seed = 1;
  unsigned threads = 1;
  std::int64_t tries = 0;  // > 0: at most so many placements for the least change, beside time or steps
  bool search = true;      // false: right shift and sticky dispatch alone
  const std::atomic<bool>* cancel = nullptr;  // set by another thread: return what there is
  Tick tolerance = 300;                       // a start that moves by no more is kept
  Tick near = 24 * 3'600;                     // what is planned to start within so long from now is left where it is
  Tick patience = 4 * 3'600;                  // for up to such a delay; what starts later, for the tolerance
  Cost tardiness_limit = kNoLimit;            // of the least change: at most so much in all
  // What the window search pays, beside the problem's costs, for every second that an operation moves and for another
  // machine.
  Cost moved_per_second = 0;
  Cost other_lane = 0;
  std::vector<Cost> promise;  // operation -> weight of its promise; empty: 1 each
};

struct Repair {
  // Of all ways: what no schedule that places as much can undercut in the weight of broken promises. The least change
  // is optimal when it weighs no more.
  Cost least_weight = 0;
  std::string name;
  Solution schedule;  // free of violations for the changed problem
  Change change;
};

// All ways tried, the same for the same input, seed, threads and steps:
//   "right shift"      every sequence stays, starts move later
//   "sticky dispatch"  published machines and people while that delays little, overtaking
//   "least change"     the fewest broken promises that were found, with tardiness within the limit
//   "window search"    sticky dispatch, improved around what it changes; not with batch machines
//   "full re-plan"     dispatch and search without regard to what was published
// A way that gives up something fixed which another one keeps is left out (rare: pinned work that waits for free work).
std::vector<Repair> try_repairs(const Problem& changed, const Solution& published, const RepairOptions& options);

// Those of them that no other one beats: none leaves fewer operations unplaced, and none of those is better by one of
// weight of broken promises, tardiness and other costs without being worse by another. At least one, in order of
// weight.
std::vector<Repair> repair(const Problem& changed, const Solution& published, const RepairOptions& options);

// The choice that `repair` makes.
std::vector<Repair> non_dominated(std::vector<Repair> tried);

}  // namespace kilter::schedule
