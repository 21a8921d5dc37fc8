// Time goes by on the floor exactly as a published plan has it: what should have ended is done, what should have begun
// runs, purchases are sent and received, orders are delivered, stock is used.
//
//   const model::PlantDraft later = after(firmed.live, firmed.plan, std::chrono::hours(30));
#pragma once

#include "model/draft.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::support {

// The draft of the plant `elapsed` later; owns its text but for views into `plant`, which must outlive it. Production
// orders that are done have become stock. `plan` is a published one: all its production orders are open ones.
model::PlantDraft after(const model::Plant& plant, const plan::Plan& plan, model::Duration elapsed);

}  // namespace kilter::support
