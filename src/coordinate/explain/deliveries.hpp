// When customer orders are delivered, read off the pegs.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// One per firm order, in the plant's order. An order whose pegs do not cover it is not delivered (kNever); what is
// there leaves when the order is cleared (plan::OrderClearances).
std::vector<plan::Delivery> deliveries(const model::Plant& plant, const plan::Plan& plan);

}  // namespace kilter::coordinate
