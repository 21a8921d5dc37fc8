// The unit may do the operation, and the plan reckons with the time that it takes there.
#include <string>

#include "check/facts/content.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

void check_eligible(const Facts& facts, plan::PlacementId id, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  const model::Operation& operation = facts.operation(id);
  const bool fits = placement.unit.valid() ? choice_of(operation, placement.unit) != nullptr : operation.units.empty();
  if (fits) return;
  report.add("unit-not-eligible", [&] {
    const std::string unit = placement.unit.valid() ? facts.plant.work_units[placement.unit].id : "no unit at all";
    return facts.names.placement(id) + " is placed on " + unit + ", which is not among the units of the operation";
  });
}

void check_run(const Facts& facts, plan::PlacementId id, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  const base::Quantity units = quantity_at(facts.plant, facts.order(id), placement.operation);
  const model::Operation& operation = facts.operation(id);
  const std::int64_t expected = operation.vendor.valid()
                                    ? operation.outside_lead_time.count()
                                    : run_seconds(facts.plant, placement.operation, placement.unit, units);
  if (placement.run == expected) return;
  report.add("run-time", [&] {
    return facts.names.placement(id) + " runs for " + text(std::chrono::seconds(placement.run)) + "; " + text(units) +
           " units take " + text(std::chrono::seconds(expected));
  });
}

// Setup of placements that are on no lane: the operation's own.
void check_own_setup(const Facts& facts, plan::PlacementId id, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  const model::Operation& operation = facts.operation(id);
  const bool laned = placement.unit.valid() && !facts.plant.work_units[placement.unit].unlimited;
  const std::int64_t expected = operation.vendor.valid() ? 0 : operation.setup.count();
  if (laned || placement.setup == expected) return;
  report.add("setup-time", [&] {
    return facts.names.placement(id) + " sets up for " + text(std::chrono::seconds(placement.setup)) + " instead of " +
           text(std::chrono::seconds(expected));
  });
}

}  // namespace

void check_units(const Facts& facts, Report& report) {
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
    const plan::Placement& placement = facts.plan.placements[id];
    if (!is_live(placement)) continue;
    if (placement.status == model::WorkStatus::started) continue;  // the floor decided; see check_floor
    check_eligible(facts, id, report);
    check_run(facts, id, report);
    check_own_setup(facts, id, report);
  }
}

}  // namespace kilter::check
