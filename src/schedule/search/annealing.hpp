// Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) with exact evaluation of every move. The temperature falls
// with the used share of the budget, so it ends cold whatever the budget is.
#pragma once

#include <cstdint>
#include <functional>

#include "base/random.hpp"
#include "schedule/search/neighbourhood.hpp"
#include "schedule/search/trial.hpp"

namespace kilter::schedule {

struct Cooling {
  double hottest = 0;  // in objective units; 0: descent
  double coldest = 0;
};

class Annealing {
 public:
  // Used share of a budget, 0 to 1; called with the number of steps made since the last call.
  using Budget = std::function<double(std::uint64_t steps)>;

  // Borrows the trial; its present state is the first best.
  Annealing(Trial& trial, std::uint64_t seed);

  // A scale for temperatures: the median worsening among `samples` moves from here, none of them kept; 0 when none
  // worsens.
  double median_worsening(int samples);
  // Anneals until the budget is used. The temperature runs geometrically from hottest to coldest.
  void run(const Cooling& cooling, const Budget& used);

  // The best state since construction (all but a very short-lived one on large problems).
  const State& best();
  [[nodiscard]] const Worth& best_worth() const {
    return trial_.worth().better_than(stored_worth_) ? trial_.worth() : stored_worth_;
  }

 private:
  void try_move(double threshold);
  [[nodiscard]] double worsening(const Worth& from, const Worth& to) const;
  bool store_before_leaving(const Worth& left);

  Trial& trial_;
  base::Random random_;
  Neighbourhood neighbourhood_;
  double unplaced_cost_ = 1;  // one more unplaced operation, in objective units
  State stored_;
  Worth stored_worth_;
  std::uint64_t moves_since_store_ = 0;
};

}  // namespace kilter::schedule
