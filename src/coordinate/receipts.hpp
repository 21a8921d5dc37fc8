// Purchases after scheduling: received shortly before they are used, and not so early that they spoil.
#pragma once

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Moves receipts to a day before the first work that consumes them starts, or to the due date of the customer order; of
// items with a shelf life late enough for the last that uses them. Where one receipt cannot serve all of its uses any
// more, the item is bought again at that site for the dates at which the schedule uses it. What does not keep even so
// stays as it was (`expired_pegs` finds it).
void settle_receipts(const model::Plant& plant, plan::Plan& plan);

}  // namespace kilter::coordinate
