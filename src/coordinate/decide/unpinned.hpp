// Pins that cannot hold: a planner fixed a start that the material, a closed unit, an absent person or another pin
// rules out. The work is planned anew, and the plan says so.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

class Unpinned {
 public:
  // Gives the pin of `placement` up; false when it has none, or none any more.
  bool add(const plan::Plan& plan, const plan::Placement& placement);
  // Gives up the pins of work that starts while its unit is closed, or before something pegged to it from outside can
  // be there.
  void add_impossible(const model::Plant& plant, const plan::Plan& plan);
  // Takes the pins given up off the placements of a freshly made plan, with an assumption for each.
  void apply(const model::Plant& plant, plan::Plan& plan) const;

 private:
  struct Pin {
    model::OpenProductionOrderId order;
    model::OperationId operation;
    friend bool operator==(const Pin&, const Pin&) = default;
  };
  std::vector<Pin> pins_;
};

}  // namespace kilter::coordinate
