#include <algorithm>

#include "sourcing/limits/ties.hpp"
#include "sourcing/offers/receipt_dates.hpp"
#include "sourcing/source.hpp"

namespace kilter::sourcing {

void postpone(const model::Plant& plant, const std::vector<time::Tick>& wanted, plan::Plan& plan) {
  Ledger ledger(plant);
  for (const plan::Purchase& purchase : plan.purchases) {
    ledger.enter({.vendor = plant.offers[purchase.offer].vendor,
                  .receipt = purchase.receipt_at,
                  .order_at = purchase.order_at,
                  .ordered = purchase.quantity.raw(),
                  .goods = purchase.goods.raw(),
                  .freight = purchase.freight.raw()});
  }
  for (const plan::PurchaseId id : base::ids_of(plan.purchases)) {
    plan::Purchase& purchase = plan.purchases[id];
    const model::Offer& offer = plant.offers[purchase.offer];
    if (wanted[id.index()] == time::kNever) continue;
    const ReceiptDates dates(plant, offer);
    const time::Tick latest = is_tied(ledger, offer) ? purchase.receipt_at : time::kNever;
    purchase.receipt_at = std::min(latest, std::max(purchase.earliest, dates.by(wanted[id.index()])));
    purchase.order_at = dates.order_at(purchase.receipt_at);
  }
}

}  // namespace kilter::sourcing
