// A schedule as search keeps it: the order and modes that make it, and what came out.
#pragma once

#include <cstdint>
#include <vector>

#include "schedule/project/network.hpp"

namespace kilter::schedule {

struct ProjectPlan {
  std::vector<Index> order;  // by start, topological
  std::vector<Index> mode;   // per activity
  std::vector<Tick> start;   // per activity
  std::vector<Index> crew;   // workers (bit numbers), activity by activity, demand by demand
  std::vector<Word> wanted;  // per activity, worker words: the crew, as a wish for the next decoding
  Tick makespan = kNever;
  std::int64_t excess = 0;  // budget units used beyond what there is, all budgets together

  // Feasible first, then shorter.
  [[nodiscard]] bool better_than(const ProjectPlan& other) const {
    return excess != other.excess ? excess < other.excess : makespan < other.makespan;
  }
};

}  // namespace kilter::schedule
