// A production order lasts from its first operation to its last, and all of its operations have a time.
#include <algorithm>
#include <string>

#include "check/rules.hpp"

namespace kilter::check {

void check_order_times(const Facts& facts, Report& report) {
  for (const plan::ProductionOrderId id : ids_of(facts.plan.production_orders)) {
    const plan::ProductionOrder& order = facts.plan.production_orders[id];
    if (order.placements.empty()) continue;
    Tick start = time::kNever;
    Tick end = time::kLongAgo;
    for (const plan::PlacementId placement_id : order.placements) {
      const plan::Placement& placement = facts.plan.placements[placement_id];
      start = std::min(start, placement.start);
      end = std::max(end, placement.end);
      if (!unplaced(placement) && placement.start <= placement.end) continue;
      report.add("unscheduled", [&] {
        return facts.names.placement(placement_id) +
               " has no time: " + facts.names.from_to(placement.start, placement.end);
      });
    }
    if (order.start == start && order.end == end) continue;
    report.add("order-times", [&] {
      return facts.names.production_order(id) + " is said to last from " + facts.names.from_to(order.start, order.end) +
             "; its operations last from " + facts.names.from_to(start, end);
    });
  }
}

}  // namespace kilter::check
