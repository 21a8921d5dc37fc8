// Where an operation would stand in a lane's sequence if it began at a time.
#pragma once

#include "schedule/search/trial.hpp"

namespace kilter::schedule {

// The last node of `lane` that starts before `t`, looking from `hint` (a node of the lane, or kNone) in both
// directions.
Index last_before(const Trial& trial, Index lane, Tick t, Index hint);

// Puts `op`, just taken out of `old`, to `machine` in the same mode; people and tools stay the same, at the places that
// a start at `t` gives them. Slots' `after` in `old` must still be in their lanes.
bool reseat(Trial& trial, Index op, const Seat& old, Place machine, Tick t);

// Is there a node, and is its operation in its sequences and free to move?
bool is_movable(const Trial& trial, Index node);

}  // namespace kilter::schedule
