// Explanations of a finished plan, from the same facts: readiness lamps and late chains.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Eight lamps for every placement that is not done (full kit; product.md A5).
std::vector<plan::Readiness> readiness(const model::Plant& plant, const plan::Plan& plan);

// For every late order the chain of binding causes back from its delivery; `counted` seconds sum exactly to the
// lateness.
std::vector<plan::LateChain> late_chains(const model::Plant& plant, const plan::Plan& plan);

// What one delivery of the plan waited for, if it counts as late from `delivery.due` on, which may be another date than
// the order's.
plan::LateChain late_chain(const model::Plant& plant, const plan::Plan& plan, const plan::Delivery& delivery);

}  // namespace kilter::coordinate
