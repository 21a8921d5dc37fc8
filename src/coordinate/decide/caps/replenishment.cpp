#include "coordinate/decide/caps/replenishment.hpp"

#include <algorithm>

#include "coordinate/decide/caps/cap_ledger.hpp"
#include "money/cost.hpp"
#include "plan/peg_index.hpp"
#include "plan/served/served_orders.hpp"

namespace kilter::coordinate {
namespace {

// Production orders whose work spends in one of the budgets what it could do without, in the plan's sequence of lines.
std::vector<plan::ProductionOrderId> spenders(const model::Plant& plant, const plan::Plan& plan,
                                              const std::vector<model::BudgetId>& exceeded) {
  const CapPeriods periods(plant);
  std::vector<plan::ProductionOrderId> found;
  std::vector<bool> seen(plan.production_orders.size(), false);
  for (const plan::CostLine& line : plan.costs) {
    const auto kind = money::account_kind(line.kind);
    if (line.ref != plan::CostRef::placement || !kind || is_given(plan, line)) continue;
    if (std::find(exceeded.begin(), exceeded.end(), periods.at(*kind, line.at)) == exceeded.end()) continue;
    const plan::ProductionOrderId order = plan.placements[plan::PlacementId(line.index)].order;
    if (!seen[order.index()]) found.push_back(order);
    seen[order.index()] = true;
  }
  return found;
}

template <class T>
void add_once(T value, std::vector<T>& to) {
  if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
}

// Follows the pegs from production orders to the safety stock that they end up in.
class Replenished {
 public:
  Replenished(const model::Plant& plant, const plan::Plan& plan, std::vector<model::ItemId>& items)
      : plan_(plan), pegs_(plant, plan), seen_(plan.production_orders.size(), false), items_(items) {}

  void follow(plan::ProductionOrderId order) {
    if (seen_[order.index()]) return;
    seen_[order.index()] = true;
    for (const plan::PegId id : pegs_.out_of(order)) {
      const plan::Peg& peg = plan_.pegs[id];
      if (peg.demand == plan::DemandKind::placement) {
        follow(plan_.placements[plan::PlacementId(peg.demand_index)].order);
      } else if (peg.demand == plan::DemandKind::safety_stock) {
        add_once(model::ItemId(peg.demand_index), items_);
      }
    }
  }

 private:
  const plan::Plan& plan_;
  plan::PegIndex pegs_;
  std::vector<bool> seen_;
  std::vector<model::ItemId>& items_;
};

}  // namespace

bool drop_replenishment(const model::Plant& plant, const plan::Plan& plan, const std::vector<model::BudgetId>& exceeded,
                        AllocationOrder& allocation) {
  const std::size_t before = allocation.not_replenished.size();
  Replenished replenished(plant, plan, allocation.not_replenished);
  for (const plan::ProductionOrderId order : spenders(plant, plan, exceeded)) replenished.follow(order);
  return allocation.not_replenished.size() > before;
}

bool drop_open_orders(const model::Plant& plant, const plan::Plan& plan, const std::vector<model::BudgetId>& exceeded,
                      AllocationOrder& allocation) {
  const std::size_t before = allocation.orders_dropped.size();
  const plan::ServedOrders served(plan, plan::PegIndex(plant, plan));
  for (const plan::ProductionOrderId id : spenders(plant, plan, exceeded)) {
    const auto behind = served.of(id);
    const bool for_stock = behind.empty() || !behind.front().order.valid();
    const model::OpenProductionOrderId open = plan.production_orders[id].open;
    if (for_stock && open.valid()) add_once(open, allocation.orders_dropped);
  }
  return allocation.orders_dropped.size() > before;
}

}  // namespace kilter::coordinate
