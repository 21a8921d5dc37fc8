// Load against capacity per work centre, unit, skill and ISO week (RCCP; APICS).
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::capacity {

// Weeks from the origin's to the last with load; rows without capacity and load are left out. Order: kind, index, week.
std::vector<plan::Load> loads(const model::Plant& plant, const plan::Plan& plan);

}  // namespace kilter::capacity
