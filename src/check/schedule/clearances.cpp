// Nothing starts before what it waits for is expected to be cleared. Without a date the plan is not held back (the lamp
// says blocked); what has started is history, and a pin is a person's word.
#include <algorithm>
#include <string>
#include <vector>

#include "check/rules.hpp"

namespace kilter::check {

void check_clearances(const Facts& facts, Report& report) {
  for (const model::Clearance& clearance : facts.plant.clearances) {
    if (clearance.cleared || !clearance.expected) continue;
    const Tick expected = facts.plant.frame.tick(*clearance.expected);
    for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
      const plan::Placement& placement = facts.plan.placements[id];
      if (placement.status != model::WorkStatus::waiting || unplaced(placement)) continue;
      if (placement.start >= expected || !facts.is_about(clearance, id)) continue;
      report.add("clearance", [&] {
        return facts.names.placement(id) + " starts at " + facts.names.when(placement.start) + "; clearance " +
               clearance.id + " is expected at " + facts.names.when(expected);
      });
    }
  }
}

}  // namespace kilter::check
