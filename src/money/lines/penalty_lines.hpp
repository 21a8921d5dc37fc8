// Tardiness of customer orders.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::money {

// One line per late delivery (plan/penalty.hpp), on the day of delivery. An order that is not delivered whole counts as
// late until the horizon. CostLine::index is the index into Plan::deliveries.
void write_penalties(const model::Plant& plant, const plan::Plan& plan, std::vector<plan::CostLine>& lines);

}  // namespace kilter::money
