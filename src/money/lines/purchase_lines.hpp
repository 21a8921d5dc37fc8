// Material and freight of purchases, shared out over the customer orders that they serve.
#pragma once

#include <vector>

#include "plan/peg_index.hpp"
#include "plan/plan.hpp"
#include "plan/served/served_orders.hpp"

namespace kilter::money {

// Per purchase its goods (material) and its order cost (freight), on the order date: split by pegged quantity over
// the customer orders that they end up in (plan/served), what ends up in none goes to stock (order none). The lines of
// a purchase sum to its amounts exactly.
void write_purchases(const plan::Plan& plan, const plan::PegIndex& pegs, plan::ServedOrders& served,
                     std::vector<plan::CostLine>& lines);

}  // namespace kilter::money
