// Small random projects of all three kinds for comparing fast code with its slow twins.
#pragma once

#include "base/random.hpp"
#include "schedule/project/project.hpp"

namespace kilter::schedule {

struct RandomProjectShape {
  Index activities = 6;
  Index most_modes = 1;
  Index renewables = 2;
  Index budgets = 0;
  Index workers = 0;
  Index skills = 2;
  Tick longest = 6;  // duration
  Tick unit = 1;     // every duration is a multiple
};

// Deterministic for the state of `random`. Budgets may be too tight for any choice of modes, skills too rare.
ProjectProblem random_project(base::Random& random, const RandomProjectShape& shape);

// A shape of a random kind with up to `activities` activities.
RandomProjectShape random_shape(base::Random& random, Index activities);

// The makespan of the best schedule, by trying all modes, orders and crews; kNever: there is none. For a handful of
// activities.
Tick brute_force_makespan(const ProjectProblem& problem);

}  // namespace kilter::schedule
