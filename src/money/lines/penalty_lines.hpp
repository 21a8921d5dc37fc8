// Tardiness of customer orders.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/peg_index.hpp"
#include "plan/plan.hpp"

namespace kilter::money {

// One line per late delivery (plan/penalty.hpp), on the day of delivery. An order that is not delivered whole counts as
// late until the horizon. Where partial shipment is allowed only what is missing counts, each part for its share of the
// order's quantity until it is there:
//
//   cents = round(penalty per day x sum(quantity x seconds late) / (order quantity x 86,400))
//
// CostLine::index is the index into Plan::deliveries.
void write_penalties(const model::Plant& plant, const plan::Plan& plan, const plan::PegIndex& pegs,
                     std::vector<plan::CostLine>& lines);

}  // namespace kilter::money
