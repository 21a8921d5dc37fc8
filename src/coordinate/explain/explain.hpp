// Explanations of a finished plan, from the same facts: readiness lamps and late chains.
#pragma once

#include <cstdint>
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

// Why a placement begins when it does: what it needed came last at `ready`, because of `cause` (`blocker` as of a late
// link, or the predecessor), and then it waited.
struct StartReason {
  time::Tick ready = 0;
  plan::LateCause cause = plan::LateCause::late_start;
  plan::PlacementId predecessor;  // none: it is not work that came last
  std::uint32_t blocker = 0;
  std::vector<plan::LateLink> waits;  // from ready until the start, the earliest first
};

// Of a placement of a finished plan that has a start. O(n).
StartReason start_reason(const model::Plant& plant, const plan::Plan& plan, plan::PlacementId id);

}  // namespace kilter::coordinate
