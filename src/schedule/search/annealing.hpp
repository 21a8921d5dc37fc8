// Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) with exact evaluation of every move. The temperature falls
// with the used share of the budget, so it ends cold whatever the budget is.
#pragma once

#include <cstdint>

#include "base/random.hpp"
#include "schedule/search/incumbent.hpp"
#include "schedule/search/neighbourhood.hpp"
#include "schedule/search/walk.hpp"

namespace kilter::schedule {

// The temperature runs geometrically from hottest to coldest.
struct Cooling {
  double hottest = 0;  // in objective units; 0: descent
  double coldest = 0;
};

class Annealing final : public Walk {
 public:
  // Borrows the trial.
  Annealing(Trial& trial, const Cooling& cooling, std::uint64_t seed);

  void run(const Budget& used) override;
  const State& best() override { return incumbent_.state(); }
  [[nodiscard]] const Worth& best_worth() const override { return incumbent_.worth(); }

 private:
  void try_move(double threshold);

  Trial& trial_;
  Cooling cooling_;
  base::Random random_;
  Neighbourhood neighbourhood_;
  Incumbent incumbent_;
};

// A scale for temperatures: the median worsening among `samples` moves from the trial's present state, none of them
// kept; 0 when none worsens.
double median_worsening(Trial& trial, int samples, std::uint64_t seed);

}  // namespace kilter::schedule
