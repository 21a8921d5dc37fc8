// What can be left out of a multi-mode project without losing its best schedules: modes that are not executable or not
// efficient, and budgets that never bind (Sprecher, Hartmann, Drexl 1997). Repeated until nothing changes.
#pragma once

#include <cstdint>
#include <vector>

#include "schedule/project/project.hpp"

namespace kilter::schedule {

struct ProjectReduction {
  std::vector<std::uint8_t> keeps_mode;    // per mode of the problem
  std::vector<std::uint8_t> keeps_budget;  // per non-renewable resource
  bool infeasible = false;                 // some activity has no mode left
};

// O(rounds * modes^2 per activity * resources).
ProjectReduction reduce(const ProjectProblem& problem);

// Whether there are enough workers for all demands of `mode`, were everybody free.
bool has_crew(const ProjectProblem& problem, Index mode);

}  // namespace kilter::schedule
