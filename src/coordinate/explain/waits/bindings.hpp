// What came last of all that a placement or a customer order needed: work of a predecessor, something bought, stock, a
// clearance, money.
#pragma once

#include <cstdint>
#include <vector>

#include "coordinate/model/clearances.hpp"
#include "coordinate/model/deferral.hpp"
#include "model/plant.hpp"
#include "plan/clearances/order_clearances.hpp"
#include "plan/peg_index.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// What bound a placement's readiness: at `at`, because of `cause`; a placement to go on with, or a thing that came.
struct Binding {
  time::Tick at = 0;
  plan::LateCause cause = plan::LateCause::stock;
  plan::PlacementId placement;
  std::uint32_t blocker = 0;
  time::Tick wait_from = 0;  // minimum wait: when the predecessor ended
};

class Bindings {
 public:
  // Both must outlive this.
  Bindings(const model::Plant& plant, const plan::Plan& plan)
      : plant_(plant),
        plan_(plan),
        pegs_(plant, plan),
        clearances_(plant, plan),
        order_clearances_(plant),
        deferrals_(plant, plan) {}

  // The supply of the delivered order that came last, or what was cleared after it.
  [[nodiscard]] Binding of_order(const plan::Delivery& delivery) const;
  // The last of material and predecessors, not after the start; `but` is no predecessor that counts. Of several at the
  // same time one that could not have come later: no predecessor that the placement may not wait long for.
  [[nodiscard]] Binding of(plan::PlacementId id, plan::PlacementId but = plan::PlacementId::none()) const;

 private:
  [[nodiscard]] Binding of_supply(const plan::Peg& peg, time::Tick at) const;
  [[nodiscard]] std::vector<Binding> clearances_of(const plan::Placement& placement) const;
  [[nodiscard]] std::vector<Binding> predecessors_of(const plan::Placement& placement, plan::PlacementId but) const;

  const model::Plant& plant_;
  const plan::Plan& plan_;
  plan::PegIndex pegs_;
  Clearances clearances_;
  plan::OrderClearances order_clearances_;
  Deferrals deferrals_;
};

}  // namespace kilter::coordinate
