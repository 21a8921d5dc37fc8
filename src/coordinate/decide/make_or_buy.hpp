// Make or buy: items that may be either are made, unless the whole plan is cheaper when they are bought.
#pragma once

#include "coordinate/proposal.hpp"
#include "model/plant.hpp"

namespace kilter::coordinate {

// Tries for one item after the other, at most `trials` of them, to buy it, and keeps what is better.
void choose_make_or_buy(const model::Plant& plant, int trials, Cancel cancel, Proposal& best);

}  // namespace kilter::coordinate
