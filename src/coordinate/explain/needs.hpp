// By when what a finished plan makes and buys is wanted.
#pragma once

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Sets the needs of production orders and purchases to the dates at which all that they serve would be on time, with
// infinite capacity: a customer order by its due date less the delivery buffer, an operation when it must start for its
// own production order to be done by its need, or when it is pinned. While a plan is being made, orders that will be
// late anyway count by later dates (material::Concessions::lateness); this takes that back. What serves safety stock,
// or nobody, keeps the date that it has. O(pegs).
void settle_needs(const model::Plant& plant, plan::Plan& plan);

}  // namespace kilter::coordinate
