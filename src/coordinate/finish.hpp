// From a scheduled proposal to a whole plan: read back, dates of purchases, money, readiness, late chains, loads.
#pragma once

#include "coordinate/model/schedule_model.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Placements, deliveries, purchases and money: enough to judge a plan by its objective and its budgets.
void cost_plan(const model::Plant& plant, const ScheduleModel& model, const schedule::Solution& solution,
               plan::Plan& plan);

// Readiness, late chains, loads and the messages for today.
void explain_plan(const model::Plant& plant, plan::Plan& plan);

}  // namespace kilter::coordinate
