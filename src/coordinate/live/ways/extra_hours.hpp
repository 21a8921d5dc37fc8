// Overtime on offer that might make late orders less late.
#pragma once

#include <cstddef>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Week by week from now until the last late delivery of `plan`, four weeks at most: the windows of unit and people
// calendars with overtime on offer that the plan does not open already. Empty when nothing is late.
std::vector<plan::OvertimeWindow> extra_hours(const model::Plant& plant, const plan::Plan& plan);

// The same for one local day of the plant, whether anything is late or not.
std::vector<plan::OvertimeWindow> hours_on(const model::Plant& plant, const plan::Plan& plan, std::size_t day);

// Those of `windows` in whose overtime hours something is worked on a unit of that calendar, or by a person of it.
std::vector<plan::OvertimeWindow> worked_hours(const model::Plant& plant, const plan::Plan& plan,
                                               const std::vector<plan::OvertimeWindow>& windows);

}  // namespace kilter::coordinate
