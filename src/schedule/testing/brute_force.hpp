// The best schedule of a tiny problem by trying everything: every order, every mode, every lane, every person, and
// leaving operations out. For tests.
#pragma once

#include "schedule/problem.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

// Exact for objectives that never gain by waiting (no holdings, no promised starts), by retime_slow; for others the
// best schedule in which nothing waits. Running operations must not follow one another. At most about 6 operations.
Solution brute_force(const Problem& problem);

}  // namespace kilter::schedule
