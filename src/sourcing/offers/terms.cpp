#include "sourcing/offers/terms.hpp"

#include <algorithm>

namespace kilter::sourcing {

Terms::Terms(const model::Plant& plant, model::OfferId offer_id)
    : id(offer_id),
      offer(&plant.offers[offer_id]),
      rule(plant.items[offer->item], *offer),
      dates(plant, *offer),
      order_cost(offer->order_cost) {
  for (const model::PriceBreak& step : offer->prices) {
    if (step.from.positive() && step.from > rule.minimum()) single_price = false;
  }
}

namespace {

// price.times(quantity), without a 128-bit division where the product fits into 64 bits.
base::Money amount(base::UnitPrice price, Quantity quantity) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(price.raw(), quantity.raw(), &product)) return price.times(quantity);
  constexpr std::int64_t kPerCent = base::kMicro * base::kMicro / 100;
  return base::Money::minor(product / kPerCent + (product % kPerCent >= kPerCent / 2 ? 1 : 0));
}

}  // namespace

base::Money Terms::goods(const Lot& lot) const {
  base::Money sum;
  if (lot.full_count > 0) {
    sum = base::Money::minor(amount(offer->price_for(lot.full), lot.full).raw() * lot.full_count);
  }
  if (lot.last.positive()) sum += amount(offer->price_for(lot.last), lot.last);
  return sum;
}

std::vector<Lot> Terms::thresholds() const {
  std::vector<Lot> lots;
  for (const model::PriceBreak& step : offer->prices) {
    if (step.from > rule.minimum()) lots.push_back(rule.at_least(step.from));
  }
  if (rule.minimum().positive()) lots.push_back(rule.at_least(rule.minimum()));
  if (rule.maximum().positive()) lots.push_back(rule.at_least(rule.maximum()));
  std::sort(lots.begin(), lots.end(), [](const Lot& a, const Lot& b) { return a.good < b.good; });
  return lots;
}

std::vector<Terms> terms_of(const model::Plant& plant, model::ItemId item, model::SiteId site) {
  std::vector<Terms> result;
  for (const model::OfferId id : plant.items[item].offers) {
    const model::Offer& offer = plant.offers[id];
    if (offer.prices.empty() || (offer.site.valid() && offer.site != site)) continue;
    const Terms terms(plant, id);
    if (terms.rule.feasible()) result.push_back(terms);
  }
  return result;
}

}  // namespace kilter::sourcing
