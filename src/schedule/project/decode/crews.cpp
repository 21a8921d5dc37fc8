#include "schedule/project/decode/crews.hpp"

#include <algorithm>
#include <bit>

namespace kilter::schedule {

Crews::Crews(const ProjectNetwork& network) : network_(network), crew_(network.worker_words, 0) {}

bool Crews::may_hold(const Word* free, Index mode) const {
  for (const Seats& hall : network_.halls_of(mode)) {
    unsigned able = 0;
    for (unsigned word = 0; word < network_.worker_words; ++word)
      able += static_cast<unsigned>(std::popcount(free[word] & network_.masks[hall.able + word]));
    if (able < hall.workers) return false;
  }
  return true;
}

bool Crews::choose(const Word* free, const Word* preferred, Index mode) {
  const std::span<const Seats> seats = network_.seats_of(mode);
  seated_.resize(std::max(seated_.size(), seats.size()));
  open_ = 0;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    seated_[i].clear();
    open_ += seats[i].workers;
  }
  std::fill(crew_.begin(), crew_.end(), Word{0});
  for (const bool first : {true, false}) {
    for (unsigned word = 0; word < network_.worker_words && open_ > 0; ++word) {
      Word pool = free[word] & (first ? preferred[word] : ~preferred[word]);
      for (; pool != 0 && open_ > 0; pool &= pool - 1)
        add(word * 64 + static_cast<Index>(std::countr_zero(pool)), seats);
    }
  }
  return open_ == 0;
}

bool Crews::add(Index worker, std::span<const Seats> seats) {
  visited_.assign(seats.size(), 0);
  if (!augment(worker, seats)) return false;
  crew_[worker / 64] |= Word{1} << (worker % 64);
  --open_;
  return true;
}

bool Crews::augment(Index worker, std::span<const Seats> seats) {
  for (std::size_t i = 0; i < seats.size(); ++i) {
    if (visited_[i] != 0 || !is_able(worker, seats[i])) continue;
    visited_[i] = 1;
    if (seated_[i].size() < seats[i].workers) {
      seated_[i].push_back(worker);
      return true;
    }
    for (Index& other : seated_[i]) {
      if (!augment(other, seats)) continue;
      other = worker;
      return true;
    }
  }
  return false;
}

bool Crews::is_able(Index worker, const Seats& seats) const {
  return ((network_.masks[seats.able + worker / 64] >> (worker % 64)) & 1U) != 0;
}

}  // namespace kilter::schedule
