#include "coordinate/decide/giving_way.hpp"

#include <algorithm>

#include "money/cost.hpp"
#include "plan/penalty.hpp"
#include "plan/served/served_orders.hpp"

namespace kilter::coordinate {

using base::Money;
using model::OrderId;
using time::Tick;

bool is_given(const plan::Plan& plan, const plan::CostLine& line) {
  return line.ref == plan::CostRef::placement && line.kind != plan::CostKind::overtime &&
         plan.placements[plan::PlacementId(line.index)].status != model::WorkStatus::waiting;
}

GivingWay::GivingWay(const model::Plant& plant, const plan::Plan& plan, model::BudgetId budget)
    : plant_(plant),
      plan_(plan),
      id_(budget),
      from_(plant.frame.tick(plant.budgets[budget].from)),
      until_(plant.frame.tick(plant.budgets[budget].until)),
      spend_(plant.orders.size()) {
  for (const plan::CostLine& line : plan.costs) {
    if (line.order.valid() && counts(line)) spend_[line.order] += line.amount;
  }
}

bool GivingWay::counts(const plan::CostLine& line) const {
  return from_ <= line.at && line.at < until_ &&
         money::account_kind(line.kind) == plant_.accounts[plant_.budgets[id_].account].kind && !is_given(plan_, line);
}

// Items whose safety stock is replenished by work that spends here.
bool GivingWay::drop_replenishment(AllocationOrder& allocation) const {
  const plan::PegIndex pegs(plant_, plan_);
  std::vector<bool> seen(plan_.production_orders.size(), false);
  const std::size_t before = allocation.not_replenished.size();
  for (const plan::CostLine& line : plan_.costs) {
    if (line.ref != plan::CostRef::placement || !counts(line)) continue;
    drop_demands_of(plan_.placements[plan::PlacementId(line.index)].order, pegs, seen, allocation);
  }
  return allocation.not_replenished.size() > before;
}

void GivingWay::drop_demands_of(plan::ProductionOrderId order, const plan::PegIndex& pegs, std::vector<bool>& seen,
                                AllocationOrder& allocation) const {
  if (seen[order.index()]) return;
  seen[order.index()] = true;
  for (const plan::PegId id : pegs.out_of(order)) {
    const plan::Peg& peg = plan_.pegs[id];
    if (peg.demand == plan::DemandKind::placement) {
      drop_demands_of(plan_.placements[plan::PlacementId(peg.demand_index)].order, pegs, seen, allocation);
    } else if (peg.demand == plan::DemandKind::safety_stock) {
      const model::ItemId item(peg.demand_index);
      auto& dropped = allocation.not_replenished;
      if (std::find(dropped.begin(), dropped.end(), item) == dropped.end()) dropped.push_back(item);
    }
  }
}

// Open orders that nobody waits for wait themselves.
bool GivingWay::hold_stock(AllocationOrder& allocation) const {
  if (until_ >= plant_.span_end || !may_wait(OrderId::none(), allocation)) return false;
  const plan::ServedOrders served(plan_, plan::PegIndex(plant_, plan_));
  const bool helps = std::any_of(plan_.costs.begin(), plan_.costs.end(), [&](const plan::CostLine& line) {
    if (line.ref != plan::CostRef::placement || line.order.valid() || !counts(line)) return false;
    const auto behind = served.of(plan_.placements[plan::PlacementId(line.index)].order);
    return behind.empty() || !behind.front().order.valid();
  });
  if (helps) allocation.deferrals.push_back({.order = OrderId::none(), .budget = id_, .until = until_});
  return helps;
}

// Whether waiting for the period's end is of use: it has not been tried, and the horizon is not over by then.
bool GivingWay::may_wait(OrderId order, const AllocationOrder& allocation) const {
  const auto tried = [&](const plan::Deferral& known) { return known.order == order && known.until >= until_; };
  return until_ < plant_.frame.tick(plant_.policy.horizon) &&
         std::none_of(allocation.deferrals.begin(), allocation.deferrals.end(), tried);
}

// Those that lose least per money first.
std::vector<GivingWay::Candidate> GivingWay::candidates(bool can_wait, const AllocationOrder& allocation) const {
  std::vector<Candidate> found;
  const Tick late_until = can_wait ? until_ : plant_.frame.tick(plant_.policy.horizon);
  for (const OrderId order : base::ids_of(plant_.orders)) {
    if (!spend_[order].positive() || may_wait(order, allocation) != can_wait) continue;
    const Tick late = std::max<Tick>(0, late_until - plant_.frame.tick(plant_.orders[order].due()));
    const auto loss = static_cast<double>(plan::penalty(plant_, plant_.orders[order], late).raw());
    found.push_back({.order = order, .loss_per_money = loss / static_cast<double>(spend_[order].raw())});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.loss_per_money < b.loss_per_money; });
  return found;
}

bool GivingWay::give_way(bool at_once, AllocationOrder& allocation, std::vector<Waiting>& waiting) {
  if (drop_replenishment(allocation) || hold_stock(allocation)) return true;
  bool can_wait = true;
  std::vector<Candidate> next = candidates(can_wait, allocation);
  if (next.empty()) {
    can_wait = false;
    next = candidates(can_wait, allocation);
  }
  Money excess = plan_.budgets[id_.index()].total(plant_.budgets[id_]) - *plant_.budgets[id_].hard_cap;
  for (const Candidate& candidate : next) {
    if (!at_once && !excess.positive()) break;
    excess -= spend_[candidate.order];
    waiting.push_back({.order = candidate.order,
                       .budget = id_,
                       .need = spend_[candidate.order],
                       .loss_per_money = candidate.loss_per_money});
    if (can_wait) {
      allocation.deferrals.push_back({.order = candidate.order, .budget = id_, .until = until_});
    } else {
      allocation.left_out.push_back(candidate.order);
    }
  }
  return !next.empty();
}

}  // namespace kilter::coordinate
