// Ways out when facts have overtaken the published plan, as proposals: least change first.
#pragma once

#include <string_view>
#include <vector>

#include "service/planning/live_plan.hpp"
#include "service/planning/proposal.hpp"

namespace kilter::service {

// `published` is the state's publication. None of the proposals beats another; each says what it changes and costs
// against doing nothing. Fails when no way keeps all rules, with the rules.
base::Result<std::vector<Proposal>> propose_repairs(const PlantState& state, const LivePlan& published,
                                                    time::Instant now, const PlanningOptions& options);

// Whether an entry of that kind can break a published plan: a machine down, somebody absent, a purchase late, an order
// new or changed, something scrapped or held, or rows edited.
bool can_disrupt(std::string_view kind);

}  // namespace kilter::service
