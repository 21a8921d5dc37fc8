// From a scheduled proposal to a whole plan: read back, dates of purchases, money, readiness, late chains, loads.
#pragma once

#include "coordinate/proposal.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// The proposal's plan with placements, deliveries, purchases and money: enough to judge it by its objective and its
// budgets. `solution`: another schedule of the proposal's problem.
plan::Plan costed(const model::Plant& plant, const Proposal& proposal);
plan::Plan costed(const model::Plant& plant, const Proposal& proposal, const schedule::Solution& solution);

// The schedule with work as late as it may be without making anything late, less the policy's buffer.
schedule::Solution shifted(const model::Plant& plant, const Proposal& proposal, const schedule::Solution& solution);

// Costed as it will be shown: work stands as late as it may, so that it counts in the period in which it will be done.
plan::Plan costed_late(const model::Plant& plant, const Proposal& proposal);

// Readiness, late chains, loads and the messages for today.
void explain_plan(const model::Plant& plant, plan::Plan& plan);

}  // namespace kilter::coordinate
