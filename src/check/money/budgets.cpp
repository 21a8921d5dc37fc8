// Planned spend of each budget is the sum of its cost lines, and no hard cap is planned over: what was spent and
// has begun before may exceed it by itself, but then nothing is added.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "check/rules.hpp"

namespace kilter::check {
namespace {

// The accounts that pay a kind of cost; `other`: nobody is invoiced (holding, penalty).
model::AccountKind payer(plan::CostKind kind) {
  switch (kind) {
    case plan::CostKind::material:
      return model::AccountKind::material;
    case plan::CostKind::labour:
      return model::AccountKind::labour;
    case plan::CostKind::machine:
    case plan::CostKind::setup:
      return model::AccountKind::machine;
    case plan::CostKind::overtime:
      return model::AccountKind::overtime;
    case plan::CostKind::outside:
      return model::AccountKind::outside;
    case plan::CostKind::freight:
      return model::AccountKind::freight;
    case plan::CostKind::holding:
    case plan::CostKind::penalty:
      break;
  }
  return model::AccountKind::other;
}

// What started and pinned work costs cannot be helped; its overtime can.
bool is_given(const Facts& facts, const plan::CostLine& line) {
  return line.ref == plan::CostRef::placement && line.kind != plan::CostKind::overtime &&
         facts.plan.placements[plan::PlacementId(line.index)].status != model::WorkStatus::waiting;
}

// Of all cost lines, or of those that the plan could do without.
base::Money spend(const Facts& facts, const model::Budget& budget, bool all) {
  const model::AccountKind account = facts.plant.accounts[budget.account].kind;
  const Tick from = facts.plant.frame.tick(budget.from);
  const Tick until = facts.plant.frame.tick(budget.until);
  base::Money sum;
  if (account == model::AccountKind::other) return sum;
  for (const plan::CostLine& line : facts.plan.costs) {
    if (payer(line.kind) != account || line.at < from || line.at >= until) continue;
    if (all || !is_given(facts, line)) sum += line.amount;
  }
  return sum;
}

std::string name_of(const Facts& facts, const model::Budget& budget) {
  return "budget " + facts.plant.accounts[budget.account].id + " from " +
         facts.names.from_to(facts.plant.frame.tick(budget.from), facts.plant.frame.tick(budget.until));
}

void check_budget(const Facts& facts, const plan::BudgetLine& line, Report& report) {
  const model::Budget& budget = facts.plant.budgets[line.budget];
  const base::Money planned = spend(facts, budget, true);
  if (planned != line.planned) {
    report.add("budget-sum", [&] {
      return name_of(facts, budget) + ": " + facts.names.money(line.planned) + " planned; its cost lines sum to " +
             facts.names.money(planned);
    });
  }
  const base::Money sum = budget.spent + budget.committed + planned;
  if (!budget.hard_cap || sum <= *budget.hard_cap || !spend(facts, budget, false).positive()) return;
  report.add("hard-cap", [&] {
    return name_of(facts, budget) + ": " + facts.names.money(sum) +
           " with what is spent and committed, above the cap of " + facts.names.money(*budget.hard_cap);
  });
}

}  // namespace

void check_budgets(const Facts& facts, Report& report) {
  bool same = facts.plan.budgets.size() == facts.plant.budgets.size();
  for (std::size_t i = 0; same && i < facts.plan.budgets.size(); ++i) {
    same = facts.plan.budgets[i].budget == model::BudgetId(i);
  }
  if (!same) {
    report.add("budget-sum", [&] {
      return "the plan has " + std::to_string(facts.plan.budgets.size()) + " budget lines for the plant's " +
             std::to_string(facts.plant.budgets.size()) + " budgets, or in another order";
    });
    return;
  }
  for (const plan::BudgetLine& line : facts.plan.budgets) check_budget(facts, line, report);
}

}  // namespace kilter::check
