// Constructive rules for permutation flow shops: NEH (Nawaz, Enscore, Ham 1983) inserts jobs one by one where they fit
// best, the longest first; for tardiness the job with the earliest due date first (NEHedd, Kim 1993). O(n^2 m) for the
// makespan.
#pragma once

#include "schedule/flow/iterated_greedy.hpp"

namespace kilter::schedule {

Permutation neh(const PermutationShop& shop);

}  // namespace kilter::schedule
