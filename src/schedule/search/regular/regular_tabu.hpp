// Tabu search for regular objectives (Glover 1989; Mati, Dauzere-Peres and Lahlou 2011): all moves of a neighbourhood
// are estimated, the best few evaluated exactly, the best of these is made. Cost per step: tails of all operations to
// the jobs looked at, and kExact sweeps.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.hpp"
#include "schedule/search/regular/job_tails.hpp"
#include "schedule/search/regular/tardy_moves.hpp"

namespace kilter::schedule {

class RegularTabu {
 public:
  // Borrows both.
  RegularTabu(ShopTrial& trial, base::Random& random);

  // From the trial's present schedule: nothing is forbidden, the best is what is there.
  void begin();
  // At most `steps` moves, fewer when `patience` moves in a row found no new best or nothing is left to gain. Returns
  // the number of moves made. `done` then tells whether the walk is over.
  std::uint64_t run(std::uint64_t steps, std::uint64_t patience);
  [[nodiscard]] bool done() const { return done_; }
  [[nodiscard]] const ShopSequence& best() const { return best_; }

 private:
  struct Candidate {
    Insertion move;
    float estimate = 0;
    bool tabu = false;
  };
  void choose_jobs();
  bool step();
  void estimate_moves();
  bool make_best_of(std::size_t exact);
  void make(const Insertion& move);
  template <class Visit>
  void each_overtaken(const Insertion& move, const Visit& visit) const;
  [[nodiscard]] bool is_tabu(const Insertion& move) const;
  void forbid_return(const Insertion& move);
  std::uint32_t& until(Index first, Index second) {
    return until_[((first * 0x9E3779B1U) ^ (second * 0x85EBCA77U)) >> kShift];
  }
  [[nodiscard]] std::uint32_t until(Index first, Index second) const {
    return until_[((first * 0x9E3779B1U) ^ (second * 0x85EBCA77U)) >> kShift];
  }

  static constexpr unsigned kShift = 32 - 14;  // 16,384 places

  ShopTrial& trial_;
  base::Random& random_;
  JobTails tails_;
  TardyMoves neighbourhood_;
  ShopSequence best_;
  std::vector<Index> tracked_;
  std::vector<Index> tardy_;
  std::vector<Candidate> candidates_;
  std::vector<std::uint32_t> until_;  // hash of (first before second): not before this iteration
  std::uint32_t iteration_ = 0;
  std::uint64_t idle_ = 0;  // moves since the last new best
  bool done_ = false;
};

}  // namespace kilter::schedule
