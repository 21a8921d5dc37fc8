// Which started work is at a machine, and which was interrupted for it.
//
//   weld-1, one machine     WO-7 started 08:00, WO-9 started 09:30      WO-9 is at it; what is left of WO-7 waits
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// By placement: false for started work that has no machine, since at least as much as its unit has machines was started
// after it (of what started at the same moment, what stands later in the plan has none). O(n log n).
std::vector<bool> at_machines(const model::Plant& plant, const plan::Plan& plan);

}  // namespace kilter::coordinate
