// Holding: what lies between its arrival or completion and its use.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/peg_index.hpp"
#include "plan/plan.hpp"
#include "plan/served/served_orders.hpp"

namespace kilter::money {

// A plan with what its pegs say.
struct Pegged {
  const plan::Plan& plan;
  const plan::PegIndex& pegs;
  plan::ServedOrders& served;
};

// Per purchase and production order of the plan, over its pegs and what is left of it:
//
//   cents = round(100 x Item::cost x holding_per_year x sum(quantity x seconds held) / (365 x 86,400))
//
// A portion is held from its receipt or end
//   - for a placement: until the placement starts,
//   - for a customer order: until the order is whole and due (goods that are ready early wait for the due date); where
//     partial shipment is allowed, until it is due,
//   - for safety stock or nobody: until the horizon.
// Stock on hand and open purchase orders are no decision of the plan and are not counted. Split over customer orders
// like material.
void write_holding(const model::Plant& plant, const Pegged& pegged, std::vector<plan::CostLine>& lines);

}  // namespace kilter::money
