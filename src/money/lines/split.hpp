// Splitting an amount of money by weights without losing a cent: the largest remainder method (Hamilton).
#pragma once

#include <span>
#include <vector>

#include "base/fixed.hpp"

namespace kilter::money {

// Parts of `total` (>= 0) in proportion to `weights` (>= 0, not all 0): each is its exact share rounded down or up to a
// cent, and they sum to `total`. Equal remainders: the earlier part gets the cent. `parts` is overwritten. O(n log n).
void split(base::Money total, std::span<const base::Int128> weights, std::vector<base::Money>& parts);

}  // namespace kilter::money
