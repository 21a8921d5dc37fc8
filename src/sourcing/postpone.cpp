#include <algorithm>

#include "sourcing/limits/ties.hpp"
#include "sourcing/offers/receipt_dates.hpp"
#include "sourcing/source.hpp"

namespace kilter::sourcing {

namespace {

Tick receipt_for(const ReceiptWish& wish, const ReceiptDates& dates, Tick earliest) {
  const Tick receipt = std::max(earliest, dates.by(wish.by));
  if (receipt >= wish.fresh_from) return receipt;
  const Tick fresh = dates.from(wish.fresh_from);
  return fresh <= wish.latest && fresh != time::kNever ? fresh : receipt;
}

}  // namespace

void postpone(const model::Plant& plant, const std::vector<ReceiptWish>& wishes, plan::Plan& plan) {
  Ledger ledger(plant);
  for (const plan::Purchase& purchase : plan.purchases) ledger.enter(use_of(plant, purchase));
  for (const plan::PurchaseId id : base::ids_of(plan.purchases)) {
    plan::Purchase& purchase = plan.purchases[id];
    const model::Offer& offer = plant.offers[purchase.offer];
    const ReceiptWish& wish = wishes[id.index()];
    if (wish.by == time::kNever) continue;
    const ReceiptDates dates(plant, offer);
    const Tick latest = is_tied(ledger, offer) ? purchase.receipt_at : time::kNever;
    purchase.receipt_at = std::min(latest, receipt_for(wish, dates, purchase.earliest));
    purchase.order_at = dates.order_at(purchase.receipt_at);
  }
}

}  // namespace kilter::sourcing
