// When what a peg brings is there.
#pragma once

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::plan {

// Stock at the origin, an open purchase on its current date, production at its end, a purchase at its receipt; never
// before the origin. For plans that are scheduled.
Tick supplied_at(const model::Plant& plant, const Plan& plan, const Peg& peg);

}  // namespace kilter::plan
