#include "coordinate/decide/caps/cap_ledger.hpp"

#include <algorithm>

#include "money/cost.hpp"
#include "plan/served/served_orders.hpp"

namespace kilter::coordinate {

using base::Money;
using model::AccountKind;
using model::BudgetId;
using time::Tick;

CapPeriods::CapPeriods(const model::Plant& plant) : plant_(plant) {
  for (const BudgetId id : base::ids_of(plant.budgets)) {
    if (!plant.budgets[id].hard_cap) continue;
    ordered_.push_back(id);
    by_kind_[kind(id)].emplace(plant.frame.tick(plant.budgets[id].from), id);
  }
  std::stable_sort(ordered_.begin(), ordered_.end(),
                   [&](BudgetId a, BudgetId b) { return plant.budgets[a].from < plant.budgets[b].from; });
}

Tick CapPeriods::until(BudgetId budget) const { return plant_.frame.tick(plant_.budgets[budget].until); }

AccountKind CapPeriods::kind(BudgetId budget) const { return plant_.accounts[plant_.budgets[budget].account].kind; }

BudgetId CapPeriods::at(AccountKind kind, Tick at) const {
  const auto periods = by_kind_.find(kind);
  if (periods == by_kind_.end()) return {};
  auto period = periods->second.upper_bound(at);
  if (period == periods->second.begin()) return {};
  const BudgetId id = (--period)->second;
  return at < until(id) ? id : BudgetId();
}

bool is_given(const plan::Plan& plan, const plan::CostLine& line) {
  return line.ref == plan::CostRef::placement && line.kind != plan::CostKind::overtime &&
         plan.placements[plan::PlacementId(line.index)].status != model::WorkStatus::waiting;
}

CapLedger::CapLedger(const model::Plant& plant, const CapPeriods& periods, const plan::Plan& plan,
                     const std::set<AccountKind>& kinds)
    : periods_(periods), work_(plant.orders.size() + 1), room_(plant.budgets.size()), in_(plant.budgets.size()) {
  for (const BudgetId id : periods.in_time_order()) {
    const model::Budget& budget = plant.budgets[id];
    room_[id] = *budget.hard_cap - budget.spent - budget.committed;
  }
  const plan::ServedOrders served(plan, plan::PegIndex(plant, plan));
  const auto for_stock = [&](const plan::CostLine& line) {
    if (line.ref != plan::CostRef::placement) return false;
    const auto behind = served.of(plan.placements[plan::PlacementId(line.index)].order);
    return behind.empty() || !behind.front().order.valid();
  };
  for (const plan::CostLine& line : plan.costs) {
    const auto kind = money::account_kind(line.kind);
    if (!kind || kinds.count(*kind) == 0) continue;
    const bool fixed = is_given(plan, line) || (!line.order.valid() && !for_stock(line));
    if (!fixed) {
      work_[line.order.valid() ? line.order.index() : stock()].push_back(
          {.at = line.at, .kind = *kind, .amount = line.amount});
    } else if (const BudgetId id = periods.at(*kind, line.at); id.valid()) {
      room_[id] -= line.amount;
    }
  }
  for (Spender who = 0; who < work_.size(); ++who) enter(who, true);
}

void CapLedger::enter(Spender who, bool in) {
  for (const Spend& spend : work_[who]) {
    const BudgetId id = periods_.at(spend.kind, spend.at);
    if (!id.valid()) continue;
    room_[id] += in ? -spend.amount : spend.amount;
    if (in) {
      in_[id][who] += spend.amount;
    } else {
      in_[id].erase(who);
    }
  }
}

void CapLedger::replace(Spender who, std::vector<Spend> work) {
  enter(who, false);
  work_[who] = std::move(work);
  enter(who, true);
}

void CapLedger::begin_at(Spender who, Tick start) { replace(who, begun_at(work_[who], start)); }

bool CapLedger::fits(const std::vector<Spend>& work) const {
  std::map<BudgetId, Money> needed;
  for (const Spend& spend : work) {
    const BudgetId id = periods_.at(spend.kind, spend.at);
    if (id.valid()) needed[id] += spend.amount;
  }
  return std::all_of(needed.begin(), needed.end(),
                     [&](const auto& need) { return !need.second.positive() || need.second <= room_[need.first]; });
}

std::vector<Spend> begun_at(std::vector<Spend> work, Tick start) {
  if (work.empty()) return work;
  const auto earlier = [](const Spend& a, const Spend& b) { return a.at < b.at; };
  const Tick first = std::min_element(work.begin(), work.end(), earlier)->at;
  if (first >= start) return work;
  const std::int64_t later = std::int64_t{start} - first;
  for (Spend& spend : work) spend.at = static_cast<Tick>(std::min<std::int64_t>(spend.at + later, time::kNever));
  return work;
}

}  // namespace kilter::coordinate
