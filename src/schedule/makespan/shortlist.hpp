// The few best moves of a neighbourhood by estimate, ties broken at random; and one of the tabu moves, in case there is
// nothing else.
#pragma once

#include <span>
#include <vector>

#include "base/random.hpp"
#include "schedule/makespan/move.hpp"

namespace kilter::schedule {

class Shortlist {
 public:
  explicit Shortlist(std::size_t size) : size_(size) { kept_.reserve(size + 1); }

  void clear() {
    kept_.clear();
    ties_ = 0;
    tabu_seen_ = 0;
  }
  [[nodiscard]] std::span<const ShopMove> moves() const { return kept_; }
  [[nodiscard]] bool has_tabu() const { return tabu_seen_ > 0; }
  [[nodiscard]] const ShopMove& tabu() const { return tabu_; }
  // No estimate from here on gets in.
  [[nodiscard]] Tick limit() const { return kept_.size() < size_ ? kNever : kept_.back().estimate + 1; }

  void add(const ShopMove& move, base::Random& random) {
    if (move.estimate >= limit()) return;
    if (kept_.size() == size_ && move.estimate == kept_.back().estimate) {
      ++ties_;
      if (random.below(ties_ + 1) != 0) return;
    }
    if (kept_.size() == size_) {
      if (move.estimate < kept_.back().estimate) ties_ = 0;
      kept_.pop_back();
    }
    auto at = kept_.end();
    while (at != kept_.begin() && move.estimate < (at - 1)->estimate) --at;
    kept_.insert(at, move);
  }
  void add_tabu(const ShopMove& move, base::Random& random) {
    ++tabu_seen_;
    if (tabu_seen_ == 1 || random.below(tabu_seen_) == 0) tabu_ = move;
  }

 private:
  std::size_t size_;
  std::vector<ShopMove> kept_;  // by estimate
  ShopMove tabu_;
  std::uint32_t ties_ = 0;  // seen with the worst estimate kept
  std::uint32_t tabu_seen_ = 0;
};

}  // namespace kilter::schedule
