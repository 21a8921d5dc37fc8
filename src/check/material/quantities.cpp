// Good units of a production order follow from its quantity and the yields; its quantity keeps to the item's lot rules.
#include <algorithm>
#include <string>

#include "check/facts/content.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

void check_good(const Facts& facts, plan::ProductionOrderId id, Report& report) {
  const plan::ProductionOrder& order = facts.plan.production_orders[id];
  const base::Quantity expected = expected_good(facts.plant, order);
  if (order.good == expected && order.quantity.positive()) return;
  report.add("good-quantity", [&] {
    return facts.names.production_order(id) + " starts " + text(order.quantity) + " and counts on " + text(order.good) +
           " good ones; by its yields it is " + text(expected);
  });
}

// Whole steps, at least the minimum, at most the maximum; a maximum below one step or below the minimum wins over
// neither.
void check_lot(const Facts& facts, plan::ProductionOrderId id, Report& report) {
  const plan::ProductionOrder& order = facts.plan.production_orders[id];
  if (order.open.valid()) return;
  const model::Item& item = facts.plant.items[order.item];
  const bool fixed = item.lot_policy == model::LotPolicy::fixed && item.lot_size.positive();
  const std::int64_t given = fixed ? item.lot_size.raw() : item.lot_multiple.raw();
  const std::int64_t step = given > 0 ? given : grain_of(item);
  const std::int64_t quantity = order.quantity.raw();
  std::int64_t most = quantity;
  if (item.lot_maximum.positive()) most = std::max(step, item.lot_maximum.raw() / step * step);
  const std::int64_t least =
      item.lot_maximum.positive() ? std::min(item.lot_minimum.raw(), most) : item.lot_minimum.raw();
  if (quantity % step == 0 && quantity >= least && quantity <= most) return;
  report.add("lot-size", [&] {
    return facts.names.production_order(id) + " starts " + text(order.quantity) + "; the lot rules of " + item.id +
           " ask for " + (step > 1 ? "whole multiples of " + decimal(step) + ", " : "") + "at least " + decimal(least) +
           (item.lot_maximum.positive() ? " and at most " + decimal(most) : "");
  });
}

}  // namespace

void check_quantities(const Facts& facts, Report& report) {
  for (const plan::ProductionOrderId id : ids_of(facts.plan.production_orders)) {
    check_good(facts, id, report);
    check_lot(facts, id, report);
  }
}

}  // namespace kilter::check
