// A walk through the schedules: from a trial's present state, by moves that are evaluated exactly, until a budget is
// used.
#pragma once

#include <cstdint>
#include <functional>

#include "schedule/search/trial.hpp"

namespace kilter::schedule {

// Used share of a budget, 0 to 1; called with the number of moves evaluated since the last call.
using Budget = std::function<double(std::uint64_t steps)>;

class Walk {
 public:
  Walk() = default;
  Walk(const Walk&) = delete;
  Walk& operator=(const Walk&) = delete;
  virtual ~Walk() = default;

  virtual void run(const Budget& used) = 0;
  // The best state since construction, and its worth.
  virtual const State& best() = 0;
  [[nodiscard]] virtual const Worth& best_worth() const = 0;
};

}  // namespace kilter::schedule
