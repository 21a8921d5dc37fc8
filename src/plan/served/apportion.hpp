// Splitting a whole number by weights without losing anything: the largest remainder method (Hamilton).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/fixed.hpp"

namespace kilter::plan {

// Parts of `total` (>= 0) in proportion to `weights` (>= 0, not all 0): each is its exact share rounded down or up, and
// they sum to `total`. Equal remainders: the earlier part gets what is left. `parts` is overwritten. O(n log n).
void apportion(std::int64_t total, std::span<const base::Int128> weights, std::vector<std::int64_t>& parts);

}  // namespace kilter::plan
