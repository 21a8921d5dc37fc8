// Which workers take the seats of a mode: greedy over a transversal matroid. Workers are tried in order of preference
// (lowest bit first, the network numbers scarce skills last) and kept when an augmenting path seats them, so the crew
// found is the cheapest for any weights in that order. O(workers * demands * workers) at worst, one bit scan for one
// seat.
#pragma once

#include <vector>

#include "schedule/project/network.hpp"

namespace kilter::schedule {

class Crews {
 public:
  explicit Crews(const ProjectNetwork& network);

  // Whether `free` (worker words) may hold a crew of `mode`: exact up to four demands, else necessary.
  [[nodiscard]] bool may_hold(const Word* free, Index mode) const;

  // Finds a crew in `free`, of those in `preferred` first. False: none. `crew` then holds the workers chosen.
  bool choose(const Word* free, const Word* preferred, Index mode);
  [[nodiscard]] const Word* crew() const { return crew_.data(); }
  // After choose: the workers per demand in order, bit numbers.
  [[nodiscard]] const std::vector<std::vector<Index>>& seated() const { return seated_; }

 private:
  bool add(Index worker, std::span<const Seats> seats);
  bool augment(Index worker, std::span<const Seats> seats);
  [[nodiscard]] bool is_able(Index worker, const Seats& seats) const;

  const ProjectNetwork& network_;
  std::vector<Word> crew_;
  std::vector<std::vector<Index>> seated_;  // demand -> workers
  std::vector<std::uint8_t> visited_;       // demand
  Index open_ = 0;                          // seats not yet taken
};

}  // namespace kilter::schedule
