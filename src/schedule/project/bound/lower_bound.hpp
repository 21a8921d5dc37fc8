// What no schedule can beat, in units of the network: the longest path, and for every resource the energy of activities
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

// Something that gives `capacity` units at every instant, and of which activities take at least so much energy
// (units * time) in any mode: a renewable resource, or the workers who are able to fill some set of demands.
struct Pool {
  std::int64_t capacity = 0;
  std::vector<std::int64_t> energy;  // per activity
};
std::vector<Pool> pools_of(const ProjectNetwork& network);

// Never above the optimum. O(pools * count^2).
Tick lower_bound(const ProjectNetwork& network);

}  // namespace kilter::schedule
