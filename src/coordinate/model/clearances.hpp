// Which placements a clearance holds back.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

class Clearances {
 public:
  // Keeps references to plant and plan. O(production orders of what is not cleared x pegs behind them).
  Clearances(const model::Plant& plant, const plan::Plan& plan);

  // A clearance of an operation applies to all orders' placements of it; of a production order, to that order's; of a
  // customer order, to the placements made for it and for no other customer order.
  [[nodiscard]] bool applies(const model::Clearance& clearance, const plan::Placement& placement) const;

 private:
  const plan::Plan& plan_;
  std::vector<bool> shared_;  // by production order: serves other customer orders, too; empty when nobody asks
};

}  // namespace kilter::coordinate
