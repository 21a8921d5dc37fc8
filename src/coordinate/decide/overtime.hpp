// Overtime: which windows are worth opening. Each week's overtime of a unit calendar, together with the people's in
// that week, is opened, scheduled and costed; it stays open when the whole plan gets cheaper and no hard cap is
// exceeded.
#pragma once

#include "coordinate/proposal.hpp"
#include "model/plant.hpp"

namespace kilter::coordinate {

// When something has no place in regular time: opens all overtime, plans anew, and closes again, latest week first,
// what is not needed for it or does not pay. At most `trials` re-schedules; leaves `proposal` as it is when that does
// not help.
void open_for_unplanned(const model::Plant& plant, int trials, Cancel cancel, Proposal& proposal);

// Greedy, earliest week first; at most `trials` re-schedules. Leaves `proposal` with the windows that pay.
void decide_overtime(const model::Plant& plant, int trials, Cancel cancel, Proposal& proposal);

}  // namespace kilter::coordinate
