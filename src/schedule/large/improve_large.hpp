// The search for problems that are too large for moves on the whole schedule.
#pragma once

#include "schedule/search.hpp"

namespace kilter::schedule {

// From here on windows gain more than moves on the whole schedule.
[[nodiscard]] bool is_large(const Problem& problem);

// As improve(): never worse, exact; the same seed, threads and steps give the same schedule. Time-sliced rollouts
// first, as long as they pay, then windows.
Solution improve_large(const Problem& problem, const Solution& start, const SearchOptions& options);

}  // namespace kilter::schedule
