// Labour, machine time, overtime, changeovers and outside work of placements.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"
#include "plan/served/served_orders.hpp"

namespace kilter::money {

// Per placement, in placement order:
//   labour    regular seconds of each person at the wage, one line per person
//   machine   regular seconds of the unit at its hourly cost
//   overtime  overtime seconds of unit and people at their full overtime rates, one line each
//   setup     price of the changeover by the setup matrix
//   outside   outside price x quantity that reaches the operation
// Only work from the origin on is counted; what happened before is in the budgets' `spent`. Setup and outside count at
// the start; time counts at the start too, but a placement that crosses the begin or end of a budget period is cut
// there, so that every line lies in one period of every budget. Each amount is split
// over the customer orders that the production order ends up in (plan/served), to the cent.
void write_placements(const model::Plant& plant, const plan::Plan& plan, const plan::ServedOrders& served,
                      std::vector<plan::CostLine>& lines);

}  // namespace kilter::money
