// By when what a peg brings is wanted, in a plan whose needs are settled (needs.hpp).
#pragma once

#include <vector>

#include "material/network/route_times.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

class WantedDates {
 public:
  // Borrows both.
  WantedDates(const model::Plant& plant, const plan::Plan& plan) : plant_(plant), plan_(plan), routes_(plant) {}

  // Of a customer order or a placement, with infinite capacity; not of safety stock, which has no date of its own.
  [[nodiscard]] time::Tick by(const plan::Peg& peg);
  // When the production order must start to be done by its need.
  [[nodiscard]] time::Tick latest_start(const plan::ProductionOrder& order);

 private:
  [[nodiscard]] time::Tick pinned_at(const plan::ProductionOrder& order, model::OperationId operation) const;

  const model::Plant& plant_;
  const plan::Plan& plan_;
  material::RouteTimes routes_;
  std::vector<time::Tick> starts_;
};

}  // namespace kilter::coordinate
