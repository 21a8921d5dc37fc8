// Good units of a production order follow from its quantity and the yields.
#include <string>

#include "check/facts/content.hpp"
#include "check/rules.hpp"

namespace kilter::check {

void check_quantities(const Facts& facts, Report& report) {
  for (const plan::ProductionOrderId id : ids_of(facts.plan.production_orders)) {
    const plan::ProductionOrder& order = facts.plan.production_orders[id];
    const base::Quantity expected = expected_good(facts.plant, order);
    if (order.good == expected && order.quantity.positive()) continue;
    report.add("good-quantity", [&] {
      return facts.names.production_order(id) + " starts " + text(order.quantity) + " and counts on " +
             text(order.good) + " good ones; by its yields it is " + text(expected);
    });
  }
}

}  // namespace kilter::check
