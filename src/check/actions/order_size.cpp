#include "check/actions/order_size.hpp"

#include <algorithm>
#include <numeric>

#include "check/facts/content.hpp"
#include "check/facts/supply.hpp"

namespace kilter::check {
namespace {

using base::Quantity;

Quantity good_of(const Facts& facts, const OpenOrder& open, Quantity quantity) {
  if (open.kind == plan::SupplyKind::open_purchase) return good_received(facts.plant.items[open.item], quantity);
  plan::ProductionOrder order = facts.plan.production_orders[open.in_plan];
  order.quantity = quantity;
  return expected_good(facts.plant, order);
}

// What a quantity must be a multiple of to be one of both; 0: any. Beyond all reason the vendor's step holds alone.
Quantity common_step(Quantity vendor, Quantity own) {
  if (!vendor.positive() || !own.positive()) return vendor.positive() ? vendor : own;
  const base::Int128 common = base::Int128(vendor.raw()) / std::gcd(vendor.raw(), own.raw()) * own.raw();
  constexpr base::Int128 kMost = base::Int128(1'000'000'000) * base::kMicro;
  return common > kMost ? vendor : Quantity::micros(static_cast<std::int64_t>(common));
}

// The item's own rules beside those of the vendor.
LotRule bought_by(const model::Item& item, const model::Offer& offer, Quantity grain) {
  Quantity step = common_step(offer.multiple, item.lot_multiple);
  if (item.lot_policy == model::LotPolicy::fixed) step = common_step(step, item.lot_size);
  Quantity most = offer.maximum;
  if (item.lot_maximum.positive()) most = most.positive() ? std::min(most, item.lot_maximum) : item.lot_maximum;
  return {.least = std::max(offer.minimum, item.lot_minimum), .step = step.positive() ? step : grain, .most = most};
}

}  // namespace

LotRule lot_rule(const Facts& facts, const OpenOrder& open) {
  const model::Item& item = facts.plant.items[open.item];
  const Quantity grain = Quantity::micros(grain_of(item));
  if (open.kind == plan::SupplyKind::production) {
    const bool fixed = item.lot_policy == model::LotPolicy::fixed && item.lot_size.positive();
    const Quantity given = fixed ? item.lot_size : item.lot_multiple;
    return {.least = item.lot_minimum, .step = given.positive() ? given : grain, .most = item.lot_maximum};
  }
  for (const model::OfferId id : item.offers) {
    const model::Offer& offer = facts.plant.offers[id];
    if (offer.vendor == open.vendor) return bought_by(item, offer, grain);
  }
  return bought_by(item, model::Offer(), grain);
}

// By halving: what is enough stays enough when it gets more.
Quantity smallest_order(const Facts& facts, const OpenOrder& open, Quantity good) {
  const LotRule rule = lot_rule(facts, open);
  const std::int64_t step = rule.step.raw();
  const auto enough = [&](std::int64_t steps) {
    const Quantity quantity = Quantity::micros(steps * step);
    return quantity >= rule.least && good_of(facts, open, quantity) >= good;
  };
  std::int64_t most = 1;
  while (!enough(most)) most *= 2;
  std::int64_t too_few = most / 2;
  while (most - too_few > 1) {
    const std::int64_t middle = too_few + (most - too_few) / 2;
    (enough(middle) ? most : too_few) = middle;
  }
  return Quantity::micros(most * step);
}

}  // namespace kilter::check
