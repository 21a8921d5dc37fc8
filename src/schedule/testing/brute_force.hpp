// The best schedule of a tiny problem by trying everything: every order, every mode, every lane, every person, and
// leaving operations out. For tests.
#pragma once

#include "schedule/problem.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

// Exact, by retime_slow. Fixed operations must be absent; at most about 6 operations.
Solution brute_force(const Problem& problem);

}  // namespace kilter::schedule
