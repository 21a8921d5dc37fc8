// Who used each lane, person and tool copy right before a placement.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Made in one pass over a scheduled plan. O(n log n).
class Queues {
 public:
  Queues(const model::Plant& plant, const plan::Plan& plan);

  // The placement before `id` on its lane of its unit; none for the first one, and on units without lanes.
  [[nodiscard]] plan::PlacementId before_on_unit(plan::PlacementId id) const { return before_on_unit_[id.index()]; }

  // The last earlier assignment of the same person or tool copy that takes time; none for the first.
  [[nodiscard]] plan::AssignmentId before(plan::AssignmentId id) const { return before_[id.index()]; }
  // End of that one; kLongAgo when there is none.
  [[nodiscard]] time::Tick free_at(const plan::Plan& plan, plan::AssignmentId id) const {
    const plan::AssignmentId previous = before_[id.index()];
    return previous.valid() ? plan.assignments[previous].end : time::kLongAgo;
  }

 private:
  void index_units(const model::Plant& plant, const plan::Plan& plan);
  void index_assignments(const plan::Plan& plan);

  std::vector<plan::PlacementId> before_on_unit_;
  std::vector<plan::AssignmentId> before_;
};

}  // namespace kilter::coordinate
