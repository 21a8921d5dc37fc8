// What no plan of discrete lot sizing beats: where states are few the optimum itself, else the least stocking cost
// without changeovers, plus the least changeovers without stocking.
//
//   stocking      from the last period back, always the unit that is dearest to stock: optimal for units of one period
//   changeovers   every item that is due is made: the shortest way through all of them (Held and Karp 1962), over
//                 cheapest ways from item to item; above kMostItems items the sum of least entries
//
// O(periods x items + 2^items x items^2).
#pragma once

#include <cstdint>

#include "schedule/lots/lot_sizing.hpp"

namespace kilter::schedule {

// Costs must not be negative. The optimum is computed when that takes no more than `exact_steps` elementary steps.
std::int64_t discrete_lot_bound(const DiscreteLotSizing& problem, std::uint64_t exact_steps);

}  // namespace kilter::schedule
