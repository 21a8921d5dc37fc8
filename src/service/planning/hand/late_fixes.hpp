// What would make a late order on time, as proposals.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "service/planning/proposal.hpp"
#include "service/planning/today.hpp"

namespace kilter::service {

// Single decisions, then pairs; in time first, then the cheapest. `changes` of each says beside what changes_json.hpp
// does: {"fixes":[{"kind":"overtime","words":"overtime on 2026-12-03"}],"in_time":true,"delivered":...,"consent":false,
// "payers":[{"order":"SO-9","before":...,"delivered":...}]}: payers are other orders that would be later than when
// nothing is done; with consent somebody outside must agree first. Fails when the order is not late, or nothing helps.
base::Result<std::vector<Proposal>> propose_fixes(const PlantState& state, Today& today, time::Instant now,
                                                  const std::string& order, const PlanningOptions& options);

}  // namespace kilter::service
