#include "sourcing/limits/ledger.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace kilter::sourcing {

using model::AccountKind;

Use use_of(const model::Plant& plant, const plan::Purchase& purchase) {
  return {.vendor = plant.offers[purchase.offer].vendor,
          .receipt = purchase.receipt_at,
          .order_at = purchase.order_at,
          .ordered = purchase.quantity.raw(),
          .goods = purchase.goods.raw(),
          .freight = purchase.freight.raw()};
}

Ledger::Ledger(const model::Plant& plant) : plant_(plant), weeks_(plant.vendors.size()) {
  const bool any_limit = std::any_of(plant.vendors.begin(), plant.vendors.end(),
                                     [](const model::Vendor& vendor) { return vendor.capacity_per_week.positive(); });
  if (any_limit) {
    for (Tick start = plant.days.week_start(0); start < plant.span_end; start = plant.days.next_week_start(start)) {
      week_starts_.push_back(start);
    }
  }
  for (const model::VendorId id : base::ids_of(plant.vendors)) {
    if (plant.vendors[id].capacity_per_week.positive()) weeks_[id].assign(week_starts_.size(), 0);
  }
  count_open_purchases();
  for (const model::Budget& budget : plant.budgets) {
    const AccountKind kind = plant.accounts[budget.account].kind;
    if (!budget.hard_cap || (kind != AccountKind::material && kind != AccountKind::freight)) continue;
    periods_.push_back({.kind = kind,
                        .from = plant.frame.tick(budget.from),
                        .until = plant.frame.tick(budget.until),
                        .room = (*budget.hard_cap - budget.spent - budget.committed).raw()});
  }
  std::stable_sort(periods_.begin(), periods_.end(), [](const CappedPeriod& a, const CappedPeriod& b) {
    return std::pair(a.kind, a.from) < std::pair(b.kind, b.from);
  });
  for (const CappedPeriod& period : periods_) {
    boundaries_.push_back(period.from);
    boundaries_.push_back(period.until);
  }
  std::sort(boundaries_.begin(), boundaries_.end());
  boundaries_.erase(std::unique(boundaries_.begin(), boundaries_.end()), boundaries_.end());
}

std::size_t Ledger::period_at(AccountKind kind, Tick at) const {
  const auto after = std::upper_bound(
      periods_.begin(), periods_.end(), std::pair(kind, at),
      [](const auto& wanted, const CappedPeriod& period) { return wanted < std::pair(period.kind, period.from); });
  if (after == periods_.begin()) return kNoPeriod;
  const CappedPeriod& period = *(after - 1);
  const bool inside = period.kind == kind && at < period.until;
  return inside ? static_cast<std::size_t>(after - 1 - periods_.begin()) : kNoPeriod;
}

void Ledger::count_open_purchases() {
  for (const model::OpenPurchaseOrder& open : plant_.purchase_orders) {
    if (open.status == model::SupplyStatus::planned) continue;  // bought anew by the plan
    const Tick expected = plant_.frame.tick(open.current);
    if (open.vendor.valid() && limited(open.vendor) && expected >= week_starts_.front()) {
      weeks_[open.vendor][week_of(expected)] += open.quantity.raw();
    }
  }
}

std::size_t Ledger::week_of(Tick t) const {
  const auto after = std::upper_bound(week_starts_.begin(), week_starts_.end(), t);
  return after == week_starts_.begin() ? 0 : static_cast<std::size_t>(after - week_starts_.begin()) - 1;
}

std::int64_t Ledger::vendor_room(model::VendorId vendor, std::size_t week) const {
  if (!limited(vendor)) return kUnlimited;
  return std::max<std::int64_t>(0, plant_.vendors[vendor].capacity_per_week.raw() - weeks_[vendor][week]);
}

bool Ledger::overloaded(model::VendorId vendor) const {
  const std::int64_t limit = plant_.vendors[vendor].capacity_per_week.raw();
  return std::any_of(weeks_[vendor].begin(), weeks_[vendor].end(), [limit](std::int64_t used) { return used > limit; });
}

bool Ledger::tied(model::VendorId vendor) const {
  if (!limited(vendor)) return false;
  const std::vector<std::int64_t>& weeks = weeks_[vendor];
  const std::int64_t used = std::accumulate(weeks.begin(), weeks.end(), std::int64_t{0});
  return used > plant_.vendors[vendor].capacity_per_week.raw();
}

bool Ledger::tied(AccountKind kind) const {
  const std::int64_t entered = kind == AccountKind::material ? goods_ : freight_;
  return entered > 0 && std::any_of(periods_.begin(), periods_.end(), [&](const CappedPeriod& period) {
           return period.kind == kind && entered > period.room;
         });
}

void Ledger::count(const Use& use, std::int64_t sign) {
  if (limited(use.vendor)) weeks_[use.vendor][week_of(use.receipt)] += sign * use.ordered;
  goods_ += sign * use.goods;
  freight_ += sign * use.freight;
  for (const auto& [kind, spent] : {std::pair(AccountKind::material, use.goods), {AccountKind::freight, use.freight}}) {
    const std::size_t period = period_at(kind, use.order_at);
    if (period != kNoPeriod) periods_[period].used += sign * spent;
  }
}

}  // namespace kilter::sourcing
