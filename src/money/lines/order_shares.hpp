// Sharing an amount out over customer orders by the pegs of what was paid.
#pragma once

#include <cstdint>
#include <vector>

#include "base/fixed.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::money {

// Weights per customer order (none: stock), gathered from pegs and then merged. Reused from supply to supply.
class OrderShares {
 public:
  void clear() { shares_.clear(); }
  void add(model::OrderId order, base::Int128 weight) {
    if (weight > 0) shares_.push_back({order, weight});
  }
  // One line per order that `like` serves, `total` split by weight; all to stock when there are no weights.
  void write(base::Money total, plan::CostLine like, std::vector<plan::CostLine>& lines);

 private:
  struct Share {
    model::OrderId order;
    base::Int128 weight = 0;
  };
  void merge();

  std::vector<Share> shares_;
  std::vector<base::Int128> weights_;
  std::vector<std::int64_t> parts_;
};

}  // namespace kilter::money
