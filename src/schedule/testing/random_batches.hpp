// Batch machines for a random problem that is complete but for them.
#pragma once

#include <vector>

#include "base/random.hpp"
#include "schedule/problem.hpp"

namespace kilter::schedule {

// `shares`: operation -> it was made without people and transfers, so it may run in batches. `fixed`: some fixed work
// shares.
void add_batches(Problem& problem, const std::vector<bool>& shares, bool fixed, base::Random& random);

}  // namespace kilter::schedule
