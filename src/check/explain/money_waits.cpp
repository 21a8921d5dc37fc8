#include "check/explain/money_waits.hpp"

#include <algorithm>
#include <span>

namespace kilter::check {
namespace {

// Back from the customer orders to all production orders that some of what they get was made in.
std::vector<bool> makers(const Facts& facts, const std::vector<model::OrderId>& orders) {
  std::vector<bool> found(facts.plan.production_orders.size(), false);
  std::vector<plan::ProductionOrderId> todo;
  const auto add = [&](std::span<const plan::PegId> pegs) {
    for (const plan::PegId id : pegs) {
      const plan::Peg& peg = facts.plan.pegs[id];
      if (peg.supply != plan::SupplyKind::production || found[peg.supply_index]) continue;
      found[peg.supply_index] = true;
      todo.emplace_back(peg.supply_index);
    }
  };
  for (const model::OrderId order : orders) add(facts.supplied_to(plan::DemandKind::order, order.index()));
  while (!todo.empty()) {
    const plan::ProductionOrderId next = todo.back();
    todo.pop_back();
    for (const plan::PlacementId placement : facts.plan.production_orders[next].placements) {
      add(facts.supplied_to(plan::DemandKind::placement, placement.index()));
    }
  }
  return found;
}

}  // namespace

MoneyWaits::MoneyWaits(const Facts& facts) {
  std::map<Wait, std::vector<model::OrderId>> waiting;
  for (const plan::Deferral& deferral : facts.plan.deferrals) {
    if (deferral.order.valid()) waiting[{deferral.budget, deferral.until}].push_back(deferral.order);
  }
  for (const auto& [wait, orders] : waiting) serving_.emplace(wait, makers(facts, orders));
}

bool MoneyWaits::waited(plan::ProductionOrderId order, model::BudgetId budget, Tick start, Tick until) const {
  return std::any_of(serving_.begin(), serving_.end(), [&](const auto& entry) {
    const auto& [wait, serves] = entry;
    return wait.first == budget && until == std::min(wait.second, start) && serves[order.index()];
  });
}

}  // namespace kilter::check
