// Safety stock that spends under an exceeded hard cap.
#pragma once

#include <vector>

#include "coordinate/proposal.hpp"

namespace kilter::coordinate {

// Adds to `allocation.not_replenished` the items whose safety stock is replenished by work that the costed plan pays
// for from one of the `exceeded` budgets. Returns whether there were any.
bool drop_replenishment(const model::Plant& plant, const plan::Plan& plan, const std::vector<model::BudgetId>& exceeded,
                        AllocationOrder& allocation);

// Adds to `allocation.orders_dropped` the open production orders that nobody waits for and that spend there. Returns
// whether there were any.
bool drop_open_orders(const model::Plant& plant, const plan::Plan& plan, const std::vector<model::BudgetId>& exceeded,
                      AllocationOrder& allocation);

}  // namespace kilter::coordinate
