// How far the material of a production order goes, over all levels below it, without regard to capacity.
//
//   bike, 100 ---- frame, 100 ---- tube, 100 in stock       reach on day 0: 60 of 100
//             \--- motor, 60 in stock, 40 on day 7          reach on day 7: 100 of 100
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/peg_index.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

class MaterialReach {
 public:
  // Keeps references; the plan's purchases have their dates. O(1).
  MaterialReach(const model::Plant& plant, const plan::Plan& plan, const plan::PegIndex& pegs)
      : plant_(plant), plan_(plan), pegs_(pegs) {}

  // When stock, receipts and purchases below the order can be there: ascending, each once. O(pegs below it).
  [[nodiscard]] std::vector<time::Tick> dates(plan::ProductionOrderId order) const;

  // The share of the order, 0 to 1, that what is there by then would do for: that of the scarcest component. Steers
  // only. O(pegs below it).
  [[nodiscard]] double share_by(plan::ProductionOrderId order, time::Tick at) const;

  // The order and those below it, each once, that wait for something that is there only after `at`.
  [[nodiscard]] std::vector<plan::ProductionOrderId> waiting(plan::ProductionOrderId order, time::Tick at) const;

 private:
  class Walk;

  const model::Plant& plant_;
  const plan::Plan& plan_;
  const plan::PegIndex& pegs_;
};

}  // namespace kilter::coordinate
