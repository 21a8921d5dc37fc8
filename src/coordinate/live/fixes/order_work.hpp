// The work that a customer order waits for, in today's scheduling problem: its own operations and what they follow.
#pragma once

#include <vector>

#include "coordinate/live/carry/situation.hpp"

namespace kilter::coordinate {

// Operations that may still be moved, each behind what it follows. O(N).
std::vector<schedule::Index> work_of(const Situation& today, model::OrderId order);

// Takes the operations out of the published schedule, so that they are placed anew as early as gaps allow.
void lift(const std::vector<schedule::Index>& operations, schedule::Disrupted& damage);

}  // namespace kilter::coordinate
