#include "coordinate/caps.hpp"

#include <algorithm>

#include "coordinate/finish.hpp"
#include "money/cost.hpp"
#include "plan/penalty.hpp"

namespace kilter::coordinate {
namespace {

using base::Money;
using model::BudgetId;
using model::OrderId;
using time::Tick;

plan::Plan costed(const model::Plant& plant, const Proposal& proposal) {
  plan::Plan plan = proposal.plan;
  cost_plan(plant, proposal.model, proposal.solution, plan);
  return plan;
}

// What each customer order spends of one budget.
base::IndexedVector<OrderId, Money> spend_by_order(const model::Plant& plant, const plan::Plan& plan, BudgetId id) {
  const model::Budget& budget = plant.budgets[id];
  const Tick from = plant.frame.tick(budget.from);
  const Tick until = plant.frame.tick(budget.until);
  base::IndexedVector<OrderId, Money> spend(plant.orders.size());
  for (const plan::CostLine& line : plan.costs) {
    if (!line.order.valid() || line.at < from || until <= line.at) continue;
    if (money::account_kind(line.kind) == plant.accounts[budget.account].kind) spend[line.order] += line.amount;
  }
  return spend;
}

// What it costs to leave an order out: its lateness until the end of the horizon, as plans are compared.
double loss_of(const model::Plant& plant, OrderId id) {
  const model::CustomerOrder& order = plant.orders[id];
  const Tick late = plant.frame.tick(plant.policy.horizon) - plant.frame.tick(order.due());
  return static_cast<double>(plan::penalty(plant, order, std::max<Tick>(0, late)).raw());
}

// Customer orders that free what the budget is exceeded by, least loss per money freed first.
std::vector<OrderId> orders_to_leave_out(const model::Plant& plant, const plan::Plan& plan, BudgetId id) {
  const auto spend = spend_by_order(plant, plan, id);
  struct Candidate {
    double loss_per_money = 0;
    OrderId order;
  };
  std::vector<Candidate> candidates;
  for (const OrderId order : base::ids_of(plant.orders)) {
    if (!spend[order].positive()) continue;
    candidates.push_back({loss_of(plant, order) / static_cast<double>(spend[order].raw()), order});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.loss_per_money < b.loss_per_money; });
  Money excess = plan.budgets[id.index()].total(plant.budgets[id]) - *plant.budgets[id].hard_cap;
  std::vector<OrderId> chosen;
  for (const Candidate& candidate : candidates) {
    if (!excess.positive()) break;
    excess -= spend[candidate.order];
    chosen.push_back(candidate.order);
  }
  return chosen;
}

// Plans the proposal anew without some of what exceeds the first of `exceeded`; false when there is nothing to leave
// out any more.
bool leave_out(const model::Plant& plant, const plan::Plan& plan, BudgetId exceeded, Proposal& proposal) {
  AllocationOrder allocation = proposal.allocation;
  if (!allocation.no_replenishment) {
    allocation.no_replenishment = true;
  } else {
    const std::vector<OrderId> orders = orders_to_leave_out(plant, plan, exceeded);
    if (orders.empty()) return false;
    allocation.left_out.insert(allocation.left_out.end(), orders.begin(), orders.end());
  }
  proposal = propose(plant, allocation, Effort::policy_grid);
  return true;
}

}  // namespace

std::vector<BudgetId> exceeded_caps(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<BudgetId> exceeded;
  for (const plan::BudgetLine& line : plan.budgets) {
    const model::Budget& budget = plant.budgets[line.budget];
    if (budget.hard_cap && line.planned.positive() && line.total(budget) > *budget.hard_cap) {
      exceeded.push_back(line.budget);
    }
  }
  return exceeded;
}

void keep_under_caps(const model::Plant& plant, Proposal& proposal) {
  const bool capped =
      std::any_of(plant.budgets.begin(), plant.budgets.end(), [](const model::Budget& b) { return b.hard_cap; });
  while (capped) {
    const plan::Plan plan = costed(plant, proposal);
    const std::vector<BudgetId> exceeded = exceeded_caps(plant, plan);
    if (exceeded.empty()) return;
    auto& windows = proposal.plan.overtime;
    if (windows.empty()) {
      if (!leave_out(plant, plan, exceeded.front(), proposal)) return;
      continue;
    }
    const Tick last = windows.back().from;
    std::erase_if(windows, [last](const plan::OvertimeWindow& window) { return window.from == last; });
    reschedule(plant, Effort::policy_grid, proposal);
  }
}

}  // namespace kilter::coordinate
