#include <optional>

#include "codec/plan/tables/tables.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::CostLine;
using kilter::plan::CostRef;

void reference(const PlanView& view, const CostLine& line, Cells& cells) {
  switch (line.ref) {
    case CostRef::purchase:
      return cells.id(view.ids.purchase(kilter::plan::PurchaseId(line.index)));
    case CostRef::placement:
      return cells.operation(view.ids.operation(view.plan, kilter::plan::PlacementId(line.index)));
    case CostRef::delivery:
      return cells.text(view.plant.orders[view.plan.deliveries[line.index].order].id);
    case CostRef::production_order:
      return cells.id(view.ids.production_order(view.plan, kilter::plan::ProductionOrderId(line.index)));
  }
}

void cost_row(const PlanView& view, std::size_t i, Cells& cells) {
  const CostLine& line = view.plan.costs[i];
  cells.text(kilter::plan::word(line.kind));
  cells.money(line.amount);
  cells.moment_or_empty(line.at, kilter::plan::kNever);
  line.order.valid() ? cells.text(view.plant.orders[line.order].id) : cells.empty();
  cells.text(kilter::plan::word(line.ref));
  reference(view, line, cells);
  line.person.valid() ? cells.text(view.plant.people[line.person].id) : cells.empty();
}

void cap(const std::optional<base::Money>& money, Cells& cells) { money ? cells.money(*money) : cells.empty(); }

void budget_row(const PlanView& view, std::size_t i, Cells& cells) {
  const kilter::plan::BudgetLine& line = view.plan.budgets[i];
  const model::Budget& budget = view.plant.budgets[line.budget];
  cells.text(view.plant.accounts[budget.account].id);
  cells.moment_or_empty(view.plant.frame.tick(budget.from), kilter::plan::kLongAgo);
  cells.moment_or_empty(view.plant.frame.tick(budget.until), kilter::plan::kNever);
  cap(budget.soft_cap, cells);
  cap(budget.hard_cap, cells);
  cells.money(budget.spent);
  cells.money(budget.committed);
  cells.money(line.planned);
  cells.money(line.total(budget));
  cells.text(view.plant.policy.currency);
}

}  // namespace

PlanTable cost_lines_table() {
  return {.name = "cost_lines",
          .meaning = "Every cost of the plan; all totals are sums of these lines.",
          .columns = {{"kind", "material, labour, machine, overtime, setup, outside, freight, holding, penalty"},
                      {"amount", "plant currency"},
                      {"at", "when the money counts"},
                      {"order", "the customer order that it serves; empty: stock or shared"},
                      {"ref_kind", "purchase, operation, delivery, production order"},
                      {"ref", "what costs"},
                      {"person", "whose labour or overtime"}},
          .rows = [](const PlanView& view) { return view.plan.costs.size(); },
          .row = cost_row};
}

PlanTable budget_table() {
  return {.name = "budget",
          .meaning = "Each account and period: spent, committed and planned against its caps.",
          .columns = {{"account", "id of the account"},
                      {"from", "period begins"},
                      {"until", "period ends, excluded"},
                      {"soft_cap", "above it a warning; empty: none"},
                      {"hard_cap", "never planned over; empty: none"},
                      {"spent", "before planning"},
                      {"committed", "before planning"},
                      {"planned", "by this plan"},
                      {"total", "spent + committed + planned"},
                      {"currency", "of all money in the row"}},
          .rows = [](const PlanView& view) { return view.plan.budgets.size(); },
          .row = budget_row};
}

}  // namespace kilter::codec
