// What would be used after it is spoiled: lots of stock past their expiry, and what was made or bought longer ago than
// the item's shelf life.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// When what each peg brings is used: at the start of the placement; of customer orders when it is handed over, on the
// due date or, if that is later, when the last supply of the order is there (this one, where parts may leave one by
// one). kNever for safety stock and for what has no time.
std::vector<time::Tick> uses_of(const model::Plant& plant, const plan::Plan& plan);

// Pegs from stock whose lot expires at or before the start of the placement (or the delivery of the order) that uses
// it, and pegs from anything else that is used later than the item's shelf life after it was made or received. Stock
// without an expiry date keeps.
std::vector<plan::PegId> expired_pegs(const model::Plant& plant, const plan::Plan& plan);

// Whether anything of the plant can spoil.
bool has_perishables(const model::Plant& plant);

}  // namespace kilter::coordinate
