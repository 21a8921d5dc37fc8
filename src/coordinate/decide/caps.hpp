// Hard caps: no budget is planned over. Purchases keep to theirs while they are sourced; what work costs (labour,
// machines, overtime, outside processing) is known only once it is scheduled, and is brought under its caps here.
#pragma once

#include <vector>

#include "coordinate/cancel.hpp"
#include "coordinate/proposal.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Budgets whose hard cap the plan exceeds by something that it could do without. What was spent before, and what has
// begun or is pinned, may exceed a cap by itself; then nothing more may be planned.
std::vector<model::BudgetId> exceeded_caps(const model::Plant& plant, const plan::Plan& plan);

// Schedules `proposal` again, or plans it anew, until its costs are under every cap. What exceeds one gives way in this
// order: overtime closes, latest window first; safety stock that spends there is not replenished; open orders that
// nobody waits for wait; work for customer orders waits for the end of the budget's period; orders are left out. Those
// orders give way first whose lateness costs least per money they free, counted by what the pegs say they get of each
// lot. At last those that waiting costs most for their money are taken in again as far as the money reaches. What is
// under way already is never stopped. When `cancel` is set, all that can gives way at once and nothing is taken in
// again.
void keep_under_caps(const model::Plant& plant, Cancel cancel, Proposal& proposal);

}  // namespace kilter::coordinate
