// One move at a time, drawn at random: mostly where a late job's critical path waits for a lane, sometimes anywhere.
//
//   pull      the waiting operation overtakes the one before it, and maybe a few more
//   push      the one in the way goes behind the waiting one, and maybe behind a few more
//   reassign  either of them to another alternative, where it would be in time or at the time it has now
//   exchange  the waiting operation and one that another lane does at the same time change lanes
#pragma once

#include <array>
#include <span>

#include "base/random.hpp"
#include "schedule/search/regular/shop_trial.hpp"

namespace kilter::schedule {

class RandomMoves {
 public:
  // Borrows the trial.
  explicit RandomMoves(const ShopTrial& trial);

  // The insertions that make up the move, valid until the next draw; empty when the draw came to nothing. O(path +
  // operations on a lane).
  std::span<const Insertion> draw(base::Random& random);

 private:
  [[nodiscard]] Index late_job(base::Random& random) const;
  [[nodiscard]] Index waiting_on_path(Index job, base::Random& random) const;
  std::span<const Insertion> pull(Index op, std::uint32_t reach, base::Random& random);
  std::span<const Insertion> push(Index op, base::Random& random);
  std::span<const Insertion> reassign(Index op, base::Random& random);
  std::span<const Insertion> exchange(Index op, base::Random& random);
  [[nodiscard]] Index last_before(Index lane, Tick time, Index leaving) const;
  std::span<const Insertion> one(const Insertion& move) {
    moves_.front() = move;
    return {moves_.data(), 1};
  }

  const ShopTrial& trial_;
  const Shop& shop_;
  bool has_choices_ = false;
  std::array<Insertion, ShopTrial::kMostInsertions> moves_;
};

}  // namespace kilter::schedule
