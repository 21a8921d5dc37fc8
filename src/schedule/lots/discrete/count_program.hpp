// Discrete lot sizing exactly, by dynamic programming over how many units of each item are made so far and what was
// made last. Few items with few units each only: the states are the product of (units + 1).
//
//   value[counts][last]  after period t  =  least over idle and each item that is still wanted, feasible counts only
//
// O(periods x states x items^2).
#pragma once

#include <cstdint>
#include <optional>

#include "schedule/lots/lot_sizing.hpp"

namespace kilter::schedule {

// The least cost of any plan; SlotPlan::kForbidden when no plan meets every demand; nothing when it would take more
// than `steps` elementary steps.
std::optional<std::int64_t> least_lot_cost(const DiscreteLotSizing& problem, std::uint64_t steps);

}  // namespace kilter::schedule
