// Tabu search (Glover 1989) with exact evaluation: of a handful of moves, mostly on the critical path of a late job,
// the best one is made even when it worsens, and the operations that it moved stay where they are for a while, unless
// moving them gives a new best.
//
//   sample - sample - ... - sample   ->   best that is not tabu, or that beats everything so far   ->   made
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/random.hpp"
#include "schedule/search/incumbent.hpp"
#include "schedule/search/neighbourhood.hpp"
#include "schedule/search/walk.hpp"

namespace kilter::schedule {

class TabuSearch final : public Walk {
 public:
  // Borrows the trial.
  TabuSearch(Trial& trial, std::uint64_t seed);

  void run(const Budget& used) override;
  const State& best() override { return incumbent_.state(); }
  [[nodiscard]] const Worth& best_worth() const override { return incumbent_.worth(); }

 private:
  // A move that can be made again: the random numbers that led to it.
  struct Sample {
    base::Random random;
    Worth worth;
  };
  std::optional<Sample> best_sample();
  [[nodiscard]] bool is_tabu() const;
  [[nodiscard]] bool is_candidate(const Worth& here, const std::optional<Sample>& best) const;
  void make(const Sample& sample);

  Trial& trial_;
  base::Random random_;
  Neighbourhood neighbourhood_;
  Incumbent incumbent_;
  std::vector<std::uint64_t> tabu_until_;  // operation -> iteration
  std::uint64_t iteration_ = 0;
};

}  // namespace kilter::schedule
