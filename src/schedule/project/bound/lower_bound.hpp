// What no schedule can beat, in units of the network: the longest path, and for every pool the energy of activities
// with long ways before and behind them.
#pragma once

#include <vector>

#include "schedule/project/network.hpp"

namespace kilter::schedule {

// The least time before an activity can start and after it has ended, by arcs and shortest modes. O(arcs + modes).
struct HeadsTails {
  std::vector<Tick> head;
  std::vector<Tick> shortest;  // duration
  std::vector<Tick> tail;
};
HeadsTails heads_and_tails(const ProjectNetwork& network);

// Something that gives `capacity` units at every instant: a renewable resource, or the workers who are able to fill
// some set of demands, or the time of a clique (cliques.hpp).
struct Pool {
  std::int64_t capacity = 0;
  std::vector<std::int64_t> demand;  // per activity: units at least, in any mode
  std::vector<std::int64_t> energy;  // per activity: units * time at least, in any mode
};
std::vector<Pool> pools_of(const ProjectNetwork& network);

// Never above the optimum. O((pools + count) * count^2).
Tick lower_bound(const ProjectNetwork& network);

}  // namespace kilter::schedule
