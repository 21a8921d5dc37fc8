// What gives way to one exceeded hard cap.
#pragma once

#include <vector>

#include "coordinate/proposal.hpp"
#include "model/plant.hpp"
#include "plan/peg_index.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Whether a cost line is of work that has begun or is pinned: nothing can change it, but for its overtime.
bool is_given(const plan::Plan& plan, const plan::CostLine& line);

// A customer order that waits for money or is left out, and what it would spend where there is too little.
struct Waiting {
  model::OrderId order;
  model::BudgetId budget;
  base::Money need;
  double loss_per_money = 0;  // what its lateness costs
};

class GivingWay {
 public:
  // `plan` is costed and exceeds the cap of `budget`.
  GivingWay(const model::Plant& plant, const plan::Plan& plan, model::BudgetId budget);

  // Adds to the allocation what gives way next, and the orders among it to `waiting`; false when nothing is left that
  // could. `at_once`: not only as much as is exceeded, but all that can.
  bool give_way(bool at_once, AllocationOrder& allocation, std::vector<Waiting>& waiting);

 private:
  struct Candidate {
    model::OrderId order;
    double loss_per_money = 0;
  };
  [[nodiscard]] bool counts(const plan::CostLine& line) const;
  bool drop_replenishment(AllocationOrder& allocation) const;
  void drop_demands_of(plan::ProductionOrderId order, const plan::PegIndex& pegs, std::vector<bool>& seen,
                       AllocationOrder& allocation) const;
  bool hold_stock(AllocationOrder& allocation) const;
  [[nodiscard]] bool may_wait(model::OrderId order, const AllocationOrder& allocation) const;
  [[nodiscard]] std::vector<Candidate> candidates(bool can_wait, const AllocationOrder& allocation) const;

  const model::Plant& plant_;
  const plan::Plan& plan_;
  model::BudgetId id_;
  time::Tick from_;
  time::Tick until_;
  base::IndexedVector<model::OrderId, base::Money> spend_;  // here, per customer order
};

}  // namespace kilter::coordinate
