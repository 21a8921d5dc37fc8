// When what a peg brings can be there, before the schedule says when it is (plan/served/supplied_at.hpp).
#pragma once

#include "model/plant.hpp"
#include "plan/plan.hpp"
#include "plan/served/supplied_at.hpp"

namespace kilter::coordinate {

// When what is not made can be there: the same before scheduling, purchases at the earliest receipt they may move to.
time::Tick available_at(const model::Plant& plant, const plan::Plan& plan, const plan::Peg& peg);

}  // namespace kilter::coordinate
