// Purchases that must not be moved in time, because a vendor's week or a hard cap depends on it.
#pragma once

#include "model/plant.hpp"
#include "sourcing/limits/ledger.hpp"

namespace kilter::sourcing {

inline bool is_tied(const Ledger& ledger, const model::Offer& offer) {
  return ledger.tied(offer.vendor) || ledger.tied(model::AccountKind::material) ||
         (offer.order_cost.positive() && ledger.tied(model::AccountKind::freight));
}

}  // namespace kilter::sourcing
