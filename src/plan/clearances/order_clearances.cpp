#include "plan/clearances/order_clearances.hpp"

namespace kilter::plan {

OrderClearances::OrderClearances(const model::Plant& plant) {
  for (std::uint32_t index = 0; index < plant.clearances.size(); ++index) {
    const model::Clearance& clearance = plant.clearances[index];
    if (clearance.cleared || !clearance.order.valid()) continue;
    if (waits_.empty()) waits_.resize(plant.orders.size());
    Wait& wait = waits_[clearance.order.index()];
    wait.open = true;
    if (!clearance.expected) {
      wait.blocked = true;
      continue;
    }
    const Tick expected = plant.frame.tick(*clearance.expected);
    if (expected <= wait.until) continue;
    wait.until = expected;
    wait.last = index;
  }
}

}  // namespace kilter::plan
