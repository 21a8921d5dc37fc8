// Messages about what only people may change or do: open orders that come too early, too late or in vain, and purchases
// to send today. A function of the plant and the finished plan alone, which the checker computes again.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Below these nobody is bothered.
inline constexpr time::Tick kExpediteTolerance = 86'400;   // wanted earlier by more than this: expedite
inline constexpr time::Tick kDeferTolerance = 7 * 86'400;  // wanted later by more than this: defer
inline constexpr std::int64_t kDecreaseShare = 20;         // one part in: less of the order is not worth a decrease
inline constexpr std::int64_t kIncreaseShare = 4;  // one part in: more of the order is worth an order of its own

// By kind of message, inside by supply and index. For open purchase and production orders that have not begun:
//   expedite, defer   the first that it serves wants it before or after its date: a customer order at its due date less
//                     the delivery buffer, an operation when it must start for its production order to be in time, or
//                     when it is pinned; safety stock asks for no date. Also expedite: a purchase that a late order
//                     waits for, by as much as its late chain counts on it. Never deferred beyond the first operation
//                     that the plan starts with it. A purchase whose date has passed is always expedited, as the plan
//                     counts on it being there now: `to` = when the first that it serves wants or uses it, now for
//                     safety stock alone
//   cancel            it serves nothing
//   decrease          a part serves nothing and the lot rules allow less; `quantity` = what to leave
//   increase          firm, used up, and a little more would spare the customer order or operation that it serves last
//                     a new order; `quantity` = what to raise it to
//   release           firm production that had to start by today to be in time
// For purchases of the plan:
//   order_now         to be sent before the end of today
// The plan's pegs, needs and late chains must be there.
std::vector<plan::ActionMessage> action_messages(const model::Plant& plant, const plan::Plan& plan);

}  // namespace kilter::coordinate
