#include "coordinate/explain/put_off.hpp"

#include <algorithm>

#include "sourcing/offers/receipt_dates.hpp"

namespace kilter::coordinate {

using time::Tick;

namespace {

// What of the purchase the account pays.
base::Money paid_by(model::AccountKind account, const plan::Purchase& purchase) {
  if (account == model::AccountKind::material) return purchase.goods;
  return account == model::AccountKind::freight ? purchase.freight : base::Money::zero();
}

}  // namespace

std::optional<PutOff> put_off(const model::Plant& plant, const plan::Plan& plan, const plan::Purchase& purchase,
                              Tick arrival) {
  const sourcing::ReceiptDates dates(plant, plant.offers[purchase.offer]);
  const plan::BudgetLine* last = nullptr;
  Tick over = 0;
  for (const plan::BudgetLine& line : plan.budgets) {
    const model::Budget& budget = plant.budgets[line.budget];
    const Tick until = plant.frame.tick(budget.until);
    const base::Money needed = paid_by(plant.accounts[budget.account].kind, purchase);
    const bool pays = budget.hard_cap && needed.positive();
    if (!pays || until < over || until <= 0 || std::int64_t{until} + dates.lead_time() > arrival) continue;
    if (until > over) last = nullptr;
    over = until;
    if (line.total(budget) + needed > *budget.hard_cap && last == nullptr) last = &line;
  }
  const Tick soonest = std::max<Tick>(0, dates.earliest());
  if (last == nullptr || soonest >= arrival || dates.from(over + dates.lead_time()) < arrival) return std::nullopt;
  return PutOff{last->budget, soonest};
}

}  // namespace kilter::coordinate
