// Which causes of a late chain the lateness is counted on first: the table of decision 8
// (docs/decisions/0008-how-lateness-is-counted.md), for the planner, the checker and every page that ranks causes.
#pragma once

#include <cstdint>

#include "plan/plan.hpp"

namespace kilter::plan {

// In the sequence in which lateness is counted on them.
enum class LateTier : std::uint8_t {
  slip,       // a vendor's broken promise: what of a purchase under way lies after the date first confirmed
  avoidable,  // what somebody could have decided otherwise
  fixed,      // closed time, waits of the process, setups and outside work
  work        // the work itself
};
inline constexpr int kLateTierCount = 4;

// The tier of a cause. Whether a link to a purchase under way is a slip depends on its dates, which are not looked at
// here: it is avoidable, as the part before the promise is.
LateTier tier_of(LateCause cause);

}  // namespace kilter::plan
