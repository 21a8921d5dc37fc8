// Takes out of a plan what cannot be supplied, so that the rest is feasible.
#pragma once

#include <span>
#include <vector>

#include "material/explode.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"
#include "sourcing/source.hpp"

namespace kilter::coordinate {

// What a production order fails for.
struct Failure {
  plan::ProductionOrderId order;
  model::ItemId item;  // where it fails
  plan::UnplannedReason reason = plan::UnplannedReason::no_source;
};

// Failed production orders take down everything pegged to them: other production orders that consume them and, in the
// end, the customer orders, which are listed as unplanned. Supply that only served what was taken out goes too, but for
// firm and started work. Placements, assignments and pegs are renumbered; nothing must be scheduled yet.
void prune(const model::Plant& plant, std::span<const Failure> failures, plan::Plan& plan);

// The failures behind unsourced needs; direct customer demand among them is listed as unplanned at once.
std::vector<Failure> failures_of(const model::Plant& plant, std::span<const material::PurchaseNeed> needs,
                                 std::span<const sourcing::Unsourced> unsourced, plan::Plan& plan);

}  // namespace kilter::coordinate
