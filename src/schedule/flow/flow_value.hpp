// What a permutation costs, the plain way: completion by completion. The slow twin of the insertion evaluators, and
// what answers are counted with.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "schedule/flow/permutation_shop.hpp"

namespace kilter::schedule {

// Completion of the jobs in `sequence` (each once, not necessarily all) on every machine: row = place in the sequence.
std::vector<std::int64_t> completions(const PermutationShop& shop, std::span<const Index> sequence);

// Total tardiness when there are due dates, else the makespan; of the jobs in `sequence` alone. O(jobs x machines).
std::int64_t flow_value(const PermutationShop& shop, std::span<const Index> sequence);

}  // namespace kilter::schedule
