// Proposals that hold when facts are changed with them: lots made in two, a purchase that comes sooner, a date that the
// customer accepts. The rows that say so are published with the plan.
#pragma once

#include <span>
#include <vector>

#include "base/result.hpp"
#include "coordinate/live/fixes/fix.hpp"
#include "coordinate/live/repairs.hpp"
#include "service/planning/proposal.hpp"

namespace kilter::service {

// The rows by which lots keep only their first part.
std::vector<RowEdit> split_edits(const PlantState& state, const model::Plant& plant,
                                 const std::vector<coordinate::LotSplit>& splits);

// The rows that fixes change beside the plan; none for most.
std::vector<RowEdit> fix_edits(const PlantState& state, const model::Plant& plant,
                               std::span<const coordinate::Fix> fixes);

// `plan` is of the plant with these edits. What is new in it gets rows as ever.
base::Result<Proposal> propose_with(const PlantState& state, const std::vector<RowEdit>& edits, time::Instant now,
                                    plan::Plan plan);

}  // namespace kilter::service
