// An offer made ready for the choice between offers: what a lot costs and when it can come.
#pragma once

#include <cstdint>
#include <vector>

#include "model/plant.hpp"
#include "sourcing/offers/lot_rule.hpp"
#include "sourcing/offers/receipt_dates.hpp"

namespace kilter::sourcing {

// Costs inside sourcing, in millionths of a cent. Sums of one item stay below 92 billion major units.
using MicroCents = std::int64_t;
constexpr MicroCents micro_cents(base::Money money) { return money.raw() * base::kMicro; }

struct Terms {
  Terms(const model::Plant& plant, model::OfferId offer);

  model::OfferId id;
  const model::Offer* offer = nullptr;
  LotRule rule;
  ReceiptDates dates;
  base::Money order_cost;    // of each purchase: Offer::order_cost
  bool single_price = true;  // no price breaks above the smallest lot

  // Price of the goods of all purchases of the lot, each rounded to the cent.
  [[nodiscard]] base::Money goods(const Lot& lot) const;
  // Goods and order costs.
  [[nodiscard]] MicroCents cost(const Lot& lot) const {
    return micro_cents(goods(lot)) + micro_cents(order_cost) * lot.pieces();
  }
  // Lots at which a price, minimum or maximum begins to hold, ascending.
  [[nodiscard]] std::vector<Lot> thresholds() const;
};

// Offers that can deliver an item to a site at all, in plant order.
std::vector<Terms> terms_of(const model::Plant& plant, model::ItemId item, model::SiteId site);

}  // namespace kilter::sourcing
