// Material and freight of purchases, shared out over the customer orders that they serve.
#pragma once

#include <vector>

#include "plan/peg_index.hpp"
#include "plan/plan.hpp"

namespace kilter::money {

// Per purchase its goods (material) and its order cost (freight), on the order date: split by pegged quantity over
// customer orders, what is not pegged to an order goes to stock (order none). The lines of a purchase sum to its
// amounts exactly.
void write_purchases(const plan::Plan& plan, const plan::PegIndex& pegs, std::vector<plan::CostLine>& lines);

}  // namespace kilter::money
