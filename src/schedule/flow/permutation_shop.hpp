// Permutation flow shops: every job visits the machines in the order 0, 1, 2, ..., and one permutation of the jobs
// rules on all of them. What is minimised depends on what is given: with due dates the total tardiness, else the
// makespan.
#pragma once

#include <cstddef>
#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

// Immutable once built. Valid when sizes agree and no number is negative.
struct PermutationShop {
  Index job_count = 0;
  Index machine_count = 0;
  std::vector<Tick> duration;  // row = job, column = machine
  std::vector<Tick> due;       // per job; empty: the makespan counts
  // machine -> matrix, row = the job before, column = the job: a setup on the machine between the two, which may run
  // while the job is still on the machine before. None before the first job. Empty: no setups.
  std::vector<std::vector<Tick>> setup;

  [[nodiscard]] Tick duration_of(Index job, Index machine) const {
    return duration[static_cast<std::size_t>(job) * machine_count + machine];
  }
  [[nodiscard]] Tick setup_of(Index machine, Index before, Index job) const {
    return setup.empty() ? 0 : setup[machine][static_cast<std::size_t>(before) * job_count + job];
  }
};

}  // namespace kilter::schedule
