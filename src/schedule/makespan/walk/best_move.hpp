// The best move of a neighbourhood by estimate, ties broken at random; and one of the tabu moves, in case there is
// nothing else.
#pragma once

#include "base/random.hpp"
#include "schedule/makespan/walk/move.hpp"

namespace kilter::schedule {

class BestMove {
 public:
  void clear() {
    best_.estimate = kNever;
    ties_ = 0;
    tabu_seen_ = 0;
  }
  [[nodiscard]] bool has_move() const { return best_.estimate != kNever; }
  [[nodiscard]] const ShopMove& move() const { return best_; }
  [[nodiscard]] bool has_tabu() const { return tabu_seen_ > 0; }
  [[nodiscard]] const ShopMove& tabu() const { return tabu_; }

  void add(const ShopMove& move, base::Random& random) {
    if (move.estimate > best_.estimate) return;
    if (move.estimate < best_.estimate) ties_ = 0;
    if (++ties_ > 1 && random.below(ties_) != 0) return;
    best_ = move;
  }
  void add_tabu(const ShopMove& move, base::Random& random) {
    if (++tabu_seen_ == 1 || random.below(tabu_seen_) == 0) tabu_ = move;
  }

 private:
  ShopMove best_;
  ShopMove tabu_;
  std::uint32_t ties_ = 0;  // seen with the best estimate
  std::uint32_t tabu_seen_ = 0;
};

}  // namespace kilter::schedule
