#include "check/explain/caps.hpp"

#include <algorithm>

namespace kilter::check {
namespace {

// The share of one purchase in what a budget pays.
base::Money charged(const Facts& facts, const model::Budget& budget, const plan::Purchase& purchase) {
  switch (facts.plant.accounts[budget.account].kind) {
    case model::AccountKind::material:
      return purchase.unit_price.times(purchase.quantity);
    case model::AccountKind::freight:
      return facts.plant.offers[purchase.offer].order_cost;
    default:
      return base::Money::zero();
  }
}

// All that the plan's purchases take from the budget.
base::Money charged_by_all(const Facts& facts, const model::Budget& budget) {
  const Tick from = facts.plant.frame.tick(budget.from);
  const Tick until = facts.plant.frame.tick(budget.until);
  base::Money sum;
  for (const plan::Purchase& purchase : facts.plan.purchases) {
    if (purchase.order_at >= from && purchase.order_at < until) sum += charged(facts, budget, purchase);
  }
  return sum;
}

// The first time from `t` on at which the vendor works; kNever when there is none. O(log n).
Tick first_open(const Facts& facts, model::VendorId vendor, std::int64_t t) {
  const IntervalSpan hours = facts.open.vendor(vendor);
  const auto next = std::partition_point(hours.begin(), hours.end(), [t](const auto& open) { return open.close <= t; });
  return next == hours.end() ? time::kNever : static_cast<Tick>(std::max<std::int64_t>(next->open, t));
}

// When the purchase could come, ordered at once.
Tick soonest(const Facts& facts, const model::Offer& offer) {
  const Tick first_order = offer.from ? std::max<Tick>(0, facts.plant.frame.tick(*offer.from)) : 0;
  return first_open(facts, offer.vendor, first_order + offer.lead_time.count());
}

}  // namespace

Caps::Caps(const Facts& facts) : facts_(facts), left_(facts.plant.budgets.size()) {
  for (const model::BudgetId id : ids_of(facts.plant.budgets)) {
    const model::Budget& budget = facts.plant.budgets[id];
    if (budget.hard_cap) left_[id] = *budget.hard_cap - budget.spent - budget.committed - charged_by_all(facts, budget);
  }
}

bool Caps::put_off(plan::PurchaseId id, model::BudgetId named, Tick from, Tick until) const {
  const plan::Purchase& purchase = facts_.plan.purchases[id];
  const model::Offer& offer = facts_.plant.offers[purchase.offer];
  const model::Budget& budget = facts_.plant.budgets[named];
  const std::int64_t lead = offer.lead_time.count();
  if (from >= until || soonest(facts_, offer) != from) return false;
  const Tick over = facts_.plant.frame.tick(budget.until);
  const std::int64_t after = over + lead;
  if (over <= 0 || after > until || first_open(facts_, offer.vendor, after) < until) return false;
  for (const model::Budget& other : facts_.plant.budgets) {
    const Tick end = facts_.plant.frame.tick(other.until);
    const bool pays = other.hard_cap && charged(facts_, other, purchase).positive();
    if (pays && end > over && end + lead <= until) return false;  // a later period was in the way, or was not
  }
  return budget.hard_cap && charged(facts_, budget, purchase).positive() &&
         charged(facts_, budget, purchase) > left(named);
}

bool Caps::put_off_by_any(plan::PurchaseId id, Tick until) const {
  const Tick from = soonest(facts_, facts_.plant.offers[facts_.plan.purchases[id].offer]);
  for (const model::BudgetId budget : ids_of(facts_.plant.budgets)) {
    if (put_off(id, budget, from, until)) return true;
  }
  return false;
}

}  // namespace kilter::check
