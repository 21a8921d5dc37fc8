// An answer to a Problem: for every operation a mode, a lane, the slots' lanes, start and end; and what it costs.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

// Parts of the objective. `unplaced` is hard: operations without a feasible time before the horizon (end = kNever).
struct Score {
  std::int64_t unplaced = 0;
  Cost tardiness = 0;
  Cost setup = 0;
  Cost mode = 0;        // cost of modes chosen
  Cost attendance = 0;  // wages of lanes that fill slots
  Cost overtime = 0;    // of hours that cost more
  Cost stability = 0;   // what is done elsewhere or at another time than promised
  Cost holding = 0;     // what is done before it is wanted
  [[nodiscard]] Cost total() const { return tardiness + setup + mode + attendance + overtime + stability + holding; }
  friend bool operator==(const Score&, const Score&) = default;
  // Hard part first, then money.
  [[nodiscard]] bool better_than(const Score& other) const {
    return unplaced != other.unplaced ? unplaced < other.unplaced : total() < other.total();
  }
};

// Costs count for placed operations only; a job with an unplaced closing operation has no tardiness. An operation whose
// lane (or a slot's lane) is kNone although it needs one is unplaced and stands in no sequence. Operations after an
// unplaced one, by an arc or on a lane, are unplaced too.
//
// The members of a batch stand next to each other in the order; all but the first of them have `joins` set. They share
// start, end and setup.
struct Solution {
  std::vector<Index> mode;       // operation -> index into Problem::modes
  std::vector<Index> lane;       // operation -> primary lane; kNone without machine
  std::vector<Index> slot_lane;  // parallel to Problem::slots
  std::vector<Tick> start;       // kNever: unplaced
  std::vector<Tick> end;
  std::vector<Tick> setup;   // sequence-dependent setup seconds before its own work
  std::vector<Index> order;  // all operations in one topological order (arcs and every lane's sequence agree with it)
  std::vector<std::uint8_t> joins;  // operation: 1 = in the batch of the one before it; empty without batch machines
  Score score;
};

}  // namespace kilter::schedule
