// Purchases that were put off because a hard cap left no money for them.
#pragma once

#include <optional>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

struct PutOff {
  model::BudgetId budget;  // whose period had to end first
  time::Tick soonest = 0;  // when the purchase could have come, had there been money; never before the origin
};

// What kept a costed plan's purchase from coming before `arrival`: the last hard-capped period over when it could be
// ordered, if the purchase does not fit into what the plan leaves of that cap and could not have come sooner once the
// period was over. Nothing when no cap is to blame.
std::optional<PutOff> put_off(const model::Plant& plant, const plan::Plan& plan, const plan::Purchase& purchase,
                              time::Tick arrival);

}  // namespace kilter::coordinate
