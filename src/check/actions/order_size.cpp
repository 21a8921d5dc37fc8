#include "check/actions/order_size.hpp"

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
    if (offer.vendor != open.vendor) continue;
    const Quantity step = offer.multiple.positive() ? offer.multiple : grain;
    return {.least = offer.minimum, .step = step, .most = offer.maximum};
  }
  return {.least = {}, .step = grain, .most = {}};
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
