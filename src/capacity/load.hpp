// Load against capacity per work centre, unit, skill and ISO week (RCCP; APICS).
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::capacity {

// Weeks from the origin's to the last with load; rows without capacity and load are left out. Order: kind, index, week.
//
//   capacity  regular open time: unit hours x count; for a skill, hours of everyone who holds it (at any level) with a
//   valid
//             certificate, within their hour limits. A person with several skills counts in each of them: skill
//             capacities do not add up to people. A work centre is the sum of its units.
//   overtime  what overtime windows would add, whether decided or not.
//   planned   setup + run of what is placed, split by week along open time; for a skill, what its people attend.
//   required  the same work as late as the need of its production order allows, back-scheduled with infinite capacity
//   in regular
//             time on the units chosen by the plan. What should have been done before the origin is due in its week.
//
// All from the origin on. Finished work is not counted; units without a queue (`unlimited`) have no load rows.
// O(placements x log calendar + rows x weeks).
std::vector<plan::Load> loads(const model::Plant& plant, const plan::Plan& plan);

}  // namespace kilter::capacity
