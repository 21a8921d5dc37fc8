// Purchases that must not be moved freely in time, because a vendor's week or a hard cap depends on it.
#pragma once

#include <algorithm>

#include "model/plant.hpp"
#include "sourcing/limits/ledger.hpp"
#include "sourcing/offers/receipt_dates.hpp"

namespace kilter::sourcing {

inline bool is_tied(const Ledger& ledger, const model::Offer& offer) {
  return ledger.tied(offer.vendor) || ledger.tied(model::AccountKind::material) ||
         (offer.order_cost.positive() && ledger.tied(model::AccountKind::freight));
}

// The earliest receipt for which a purchase stays in the budget periods and, of a limited vendor, in the week that it
// is in with `receipt`: moved no earlier than this, it takes nothing away from others.
inline Tick earliest_within_limits(const Ledger& ledger, const model::Offer& offer, const ReceiptDates& dates,
                                   Tick receipt) {
  const Tick order_at = dates.order_at(receipt);
  Tick first_order = 0;
  for (const CappedPeriod& period : ledger.periods()) {
    for (const Tick boundary : {period.from, period.until}) {
      if (boundary <= order_at) first_order = std::max(first_order, boundary);
    }
  }
  Tick first_receipt = first_order + dates.lead_time();
  if (ledger.limited(offer.vendor)) {
    first_receipt = std::max(first_receipt, ledger.week_start(ledger.week_of(receipt)));
  }
  const Tick earliest = dates.from(first_receipt);
  return earliest < receipt && dates.order_at(earliest) >= first_order ? earliest : receipt;
}

}  // namespace kilter::sourcing
