#include "properties/mutations/mutation.hpp"

namespace kilter::properties {
namespace {

using model::Plant;
using plan::CostKind;
using plan::Plan;

const base::Money kCent = base::Money::minor(1);

template <CostKind kind>
bool a_cent_more(Plant&, Plan& plan) {
  for (plan::CostLine& line : plan.costs) {
    if (line.kind != kind) continue;
    line.amount += kCent;
    return true;
  }
  return false;
}

template <CostKind kind>
bool forget_line(Plant&, Plan& plan) {
  for (std::size_t i = 0; i < plan.costs.size(); ++i) {
    if (plan.costs[i].kind != kind) continue;
    plan.costs.erase(plan.costs.begin() + static_cast<std::ptrdiff_t>(i));
    return true;
  }
  return false;
}

bool charge_another_order(Plant& plant, Plan& plan) {
  for (plan::CostLine& line : plan.costs) {
    if (line.kind != CostKind::material || !line.order.valid() || plant.orders.size() < 2) continue;
    line.order = model::OrderId((line.order.index() + 1) % plant.orders.size());
    return true;
  }
  return false;
}

bool invent_line(Plant&, Plan& plan) {
  plan.costs.push_back({.kind = CostKind::freight, .ref = plan::CostRef::delivery, .amount = kCent});
  return true;
}

bool claim_less(Plant&, Plan& plan) {
  plan.objective.parts.front() -= kCent;
  return true;
}

bool claim_unplanned(Plant&, Plan& plan) {
  ++plan.objective.unplanned;
  return true;
}

bool wrong_budget(Plant&, Plan& plan) {
  if (plan.budgets.empty()) return false;
  plan.budgets.front().planned += kCent;
  return true;
}

bool lower_cap(Plant& plant, Plan& plan) {
  for (const plan::BudgetLine& line : plan.budgets) {
    if (!line.planned.positive()) continue;
    model::Budget& budget = plant.budgets[line.budget];
    budget.hard_cap = line.total(budget) - kCent;
    return true;
  }
  return false;
}

}  // namespace

std::vector<Mutation> money_mutations() {
  return {{"cost-material", a_cent_more<CostKind::material>},
          {"cost-material", charge_another_order},
          {"cost-labour", a_cent_more<CostKind::labour>},
          {"cost-labour", forget_line<CostKind::labour>},
          {"cost-machine", a_cent_more<CostKind::machine>},
          {"cost-machine", forget_line<CostKind::machine>},
          {"cost-overtime", a_cent_more<CostKind::overtime>},
          {"cost-overtime", forget_line<CostKind::overtime>},
          {"cost-setup", a_cent_more<CostKind::setup>},
          {"cost-setup", forget_line<CostKind::setup>},
          {"cost-outside", a_cent_more<CostKind::outside>},
          {"cost-freight", a_cent_more<CostKind::freight>},
          {"cost-freight", invent_line},
          {"cost-holding", a_cent_more<CostKind::holding>},
          {"cost-holding", forget_line<CostKind::holding>},
          {"cost-penalty", a_cent_more<CostKind::penalty>},
          {"cost-penalty", forget_line<CostKind::penalty>},
          {"objective", claim_less},
          {"objective", claim_unplanned},
          {"budget-sum", wrong_budget},
          {"hard-cap", lower_cap}};
}

}  // namespace kilter::properties
