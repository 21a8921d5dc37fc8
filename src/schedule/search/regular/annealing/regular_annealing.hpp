// Simulated annealing for regular objectives (Kirkpatrick, Gelatt and Vecchi 1983): one random move at a time,
// evaluated exactly by a sweep from the first place that it changes. It succeeds where tabu search fails: on shops with
// many lanes and jobs, whose neighbourhoods cost too much to look through.
#pragma once

#include <cstdint>

#include "base/random.hpp"
#include "schedule/search/regular/annealing/random_moves.hpp"

namespace kilter::schedule {

class RegularAnnealing {
 public:
  // Borrows both.
  RegularAnnealing(ShopTrial& trial, base::Random& random);

  // A run of `steps` from the trial's present schedule; it begins at `heat` (0 to 1) of the temperature that follows
  // from moves tried there.
  void begin(std::uint64_t steps, double heat);
  // Goes on for at most so many steps. The run is over when all are made or nothing is left to gain.
  void run(std::uint64_t steps);
  [[nodiscard]] bool done() const { return made_ >= steps_ || best_.cost == 0; }
  // The best of the run so far.
  [[nodiscard]] const ShopSequence& best() const { return best_; }

 private:
  void step(double temperature);
  void note();

  ShopTrial& trial_;
  base::Random& random_;
  RandomMoves moves_;
  ShopSequence best_;
  std::uint64_t steps_ = 0;
  std::uint64_t made_ = 0;
  double hottest_ = 0;
};

}  // namespace kilter::schedule
