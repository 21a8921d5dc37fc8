// When what a peg brings is there.
#pragma once

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Stock at the origin, an open purchase on its current date, production at its end, a purchase at its receipt; never
// before the origin. For plans that are scheduled.
time::Tick supplied_at(const model::Plant& plant, const plan::Plan& plan, const plan::Peg& peg);

// When what is not made can be there: the same before scheduling, purchases at the earliest receipt they may move to.
time::Tick available_at(const model::Plant& plant, const plan::Plan& plan, const plan::Peg& peg);

}  // namespace kilter::coordinate
