// In what part of a cent the search counts.
#pragma once

#include <cstdint>

#include "model/plant.hpp"

namespace kilter::coordinate {

// Units of schedule::Cost that a minor unit of money is: a million, which tells a second of lateness at a cent a day
// from none; ten to a thousand times less for plants whose plans may cost so much that sums of millionths would
// overflow. A power of ten, the same for every plan of the plant. O(plant).
std::int64_t cost_units_per_cent(const model::Plant& plant);

}  // namespace kilter::coordinate
