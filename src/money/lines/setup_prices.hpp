// What the changeovers of a plan cost by the setup matrices of its units.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::money {

// Price of each placement's changeover from the placement before it on the same lane (from WorkUnit::initial_family for
// the first), by placement; empty when no setup matrix of the plant costs anything. Finished work is history and left
// out; what already runs takes its place in the sequence but costs nothing more. O(n log n) in the placements on units
// with a matrix.
std::vector<base::Money> setup_prices(const model::Plant& plant, const plan::Plan& plan);

}  // namespace kilter::money
