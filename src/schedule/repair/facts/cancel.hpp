// What only a cancelled job needs takes no time, no lane and waits for nothing any more; its index stays.
#pragma once

#include <vector>

#include "schedule/repair/facts/disruption.hpp"

namespace kilter::schedule {

// `jobs` have no due date and no weight after. Running operations go on. O(N + arcs).
void cancel_jobs(Disrupted& changed, const std::vector<Index>& jobs);

}  // namespace kilter::schedule
