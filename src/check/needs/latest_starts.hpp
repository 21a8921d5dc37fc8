// When what a plan makes and buys is wanted: back from the customer orders, with infinite capacity, operation by
// operation on the fastest unit in regular hours.
//
//   |--- 10 ---|  wait  |--- 20 ---| need of the production order
//   ^ its components are wanted here
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "check/facts/facts.hpp"

namespace kilter::check {

// The date lies in [least, most]: the same for what customers want, any day for safety stock.
struct Wanted {
  Tick least = time::kNever;
  Tick most = time::kNever;
};

class LatestStarts {
 public:
  explicit LatestStarts(const Facts& facts);

  // When the first of these pegs' demands wants its supply; kNever without pegs.
  [[nodiscard]] Wanted first_of(std::span<const plan::PegId> pegs) const;
  // When a placement must start; `least` and `most` differ where its pin was given up.
  [[nodiscard]] Wanted start_of(plan::PlacementId id) const;
  // When the demand of one peg wants its supply so that the plan's own dates hold: a customer order by its due date, an
  // operation when it must start or is pinned. Safety stock never.
  [[nodiscard]] Tick wanted_by(plan::PegId id) const;
  // When the production order must start to be done by its need, pins apart.
  [[nodiscard]] Tick of_order(plan::ProductionOrderId id) const { return order_start_[id.index()]; }

 private:
  void add(const plan::ProductionOrder& order);
  [[nodiscard]] Tick due(const plan::Peg& peg) const;
  [[nodiscard]] Tick latest_start(plan::PlacementId id, Tick end) const;

  const Facts& facts_;
  // By placement: when it must start for its production order to end at its need, as the plan tells it, or when it is
  // pinned; and where a pin was given up, the pin, by whose date its material may have been planned.
  std::vector<Tick> start_;
  std::vector<Tick> other_;
  std::vector<Tick> order_start_;  // by production order
  std::vector<Intervals> units_;
};

}  // namespace kilter::check
