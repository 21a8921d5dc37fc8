// Lagrangian relaxation of the capacities (Trigeiro, Thomas, McClain 1989): capacity gets a price in each period, and
// every item is planned alone by Wagner and Whitin's recursion (1958). Any prices prove a bound; subgradient steps look
// for good ones. O(items x periods^2) per step.
#pragma once

#include <vector>

#include "schedule/lots/capacitated/lot_plan.hpp"

namespace kilter::schedule {

struct LotRelaxation {
  std::int64_t bound = 0;              // no plan costs less; millionths, rounded up
  std::vector<std::uint8_t> may_make;  // row = period, column = item: where items are made at the best prices
};

// Costs and times must not be negative.
LotRelaxation relax_capacities(const LotSizing& problem, int steps);

}  // namespace kilter::schedule
