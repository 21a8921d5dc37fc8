// Messages about firm supply that the plan would like to change: it never moves it itself.
#pragma once

#include <span>
#include <vector>

#include "material/netting/explosion.hpp"
#include "material/netting/supply_lists.hpp"
#include "material/network/network.hpp"
#include "plan/plan.hpp"

namespace kilter::material {

// Below these nobody is bothered.
inline constexpr Tick kExpediteTolerance = 86'400;      // wanted earlier by more than this: expedite
inline constexpr Tick kDeferTolerance = 7 * 86'400;     // wanted later by more than this: defer
inline constexpr std::int64_t kQuantityTolerance = 20;  // one part in: less of the order is not worth a decrease
inline constexpr std::int64_t kIncreaseShare =
    4;  // one part in: more than this of the order is worth an order of its own

// For open purchase and production orders that have not begun, by kind of message, inside by supply and index:
//   expedite, defer   its first use lies before or after its date
//   cancel            nothing uses it
//   decrease          a part is not used and the lot rules allow less; `quantity` = what to leave
//   increase          firm, and a little more would spare a new order; `quantity` = what to raise it to
//   release           firm production that had to start by today to be in time
std::vector<plan::ActionMessage> action_messages(const Network& network, const MaterialPlan& plan,
                                                 const SupplyLists& supplies, std::span<const Increase> increases);

}  // namespace kilter::material
