// Hard caps: no budget is planned over. Purchases keep to theirs while they are sourced; what work costs (labour,
// machines, overtime, outside processing) is known only once it is scheduled, and is brought under its caps here.
#pragma once

#include <vector>

#include "coordinate/cancel.hpp"
#include "coordinate/proposal.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Whole plans that keep_under_caps makes at the most.
inline constexpr int kMostCapPlans = 100;

// Budgets whose hard cap the plan exceeds by something that it could do without. What was spent before, and what has
// begun or is pinned, may exceed a cap by itself; then nothing more may be planned.
std::vector<model::BudgetId> exceeded_caps(const model::Plant& plant, const plan::Plan& plan);

// Schedules `proposal` again, or plans it anew, until its costs are under every cap. What exceeds one gives way in this
// order: overtime in its period closes, latest week first; safety stock that spends there is not replenished; then all
// periods are swept in time order (CapSweep): open orders that nobody waits for wait, work for customer orders waits
// for the end of the period, orders are left out. At last those that waiting costs most for their money are taken in
// again as far as the money reaches. Where sweeping does not settle, whoever still spends under an exceeded cap is left
// out. What is under way already is never stopped.
//
// Returns how many whole plans were made, at most kMostCapPlans. When `cancel` is set, few more are, and nothing is
// taken in again.
int keep_under_caps(const model::Plant& plant, Cancel cancel, Proposal& proposal);

}  // namespace kilter::coordinate
