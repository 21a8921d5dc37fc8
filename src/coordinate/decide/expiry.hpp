// Lots that would be used after they expire.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Pegs from stock whose lot expires at or before the start of the placement (or the delivery of the order) that uses
// it.
std::vector<plan::PegId> expired_pegs(const model::Plant& plant, const plan::Plan& plan);

}  // namespace kilter::coordinate
