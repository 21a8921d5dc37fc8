// Activities of which no two can run at the same time, by precedence or because some pool cannot hold both (the pairs
// of Mingozzi, Maniezzo, Ricciardelli, Bianco 1998): together they take the sum of their durations.
#pragma once

#include <span>
#include <vector>

#include "schedule/project/bound/lower_bound.hpp"
#include "schedule/project/network.hpp"

namespace kilter::schedule {

// One clique from every activity, longest others first, each as a pool of capacity 1. Nothing for projects of more than
// a thousand activities, where they cost more than they give. O(pools * count^2 + count^2 * clique).
std::vector<Pool> cliques_of(const ProjectNetwork& network, const std::vector<Pool>& pools,
                             std::span<const Tick> shortest);

}  // namespace kilter::schedule
