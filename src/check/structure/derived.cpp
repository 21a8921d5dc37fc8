// Cells that other facts decide: no lane without a queue, no copy of a person, nothing worked on what is done, when the
// material is there, when a purchase could have come, the first delivery.
#include <algorithm>
#include <string>

#include "check/facts/supply.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

// The last thing pegged to it from outside its own making; long ago: nothing.
Tick material_of(const Facts& facts, plan::PlacementId id) {
  Tick last = time::kLongAgo;
  for (const plan::PegId peg_id : facts.supplied_to(plan::DemandKind::placement, id.index())) {
    const plan::Peg& peg = facts.plan.pegs[peg_id];
    if (peg.supply != plan::SupplyKind::production) last = std::max(last, supply_of(facts, peg).available);
  }
  return last;
}

void check_placement(const Facts& facts, plan::PlacementId id, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  const bool queues =
      !is_done(placement) && placement.unit.valid() && !facts.plant.work_units[placement.unit].unlimited;
  const auto wrong = [&](const std::string& what) {
    report.add("derived", [&] { return facts.names.placement(id) + " " + what; });
  };
  if (!queues && placement.lane != 0) wrong("is on lane " + std::to_string(placement.lane + 1) + " of no queue");
  if (is_done(placement) && (placement.setup != 0 || placement.run != 0 || !placement.assignments.empty())) {
    wrong("is done; the plan gives it work or people");
  }
  const Tick material = material_of(facts, id);
  if (placement.material == material) return;
  wrong("is said to have its material at " + facts.names.when(placement.material) + "; it is there at " +
        facts.names.when(material));
}

// A person is there once, a tool is needed for no skill.
void check_assignments(const Facts& facts, Report& report) {
  for (const plan::Assignment& assignment : facts.plan.assignments) {
    const bool person = assignment.kind == plan::AssigneeKind::person;
    if (person ? assignment.copy == 0 : !assignment.skill.valid()) continue;
    report.add("derived", [&] {
      const std::string who = person ? facts.names.person(model::PersonId(assignment.index)) + " is a copy of a person"
                                     : facts.plant.tools[model::ToolId(assignment.index)].id + " has a skill";
      return who + " at " + facts.names.placement(assignment.placement);
    });
  }
}

// The first date on which the vendor could deliver.
Tick soonest(const Facts& facts, const model::Offer& offer) {
  const Tick ordered = offer.from ? std::max<Tick>(0, facts.plant.frame.tick(*offer.from)) : 0;
  const std::int64_t arrival = std::min<std::int64_t>(std::int64_t{ordered} + offer.lead_time.count(), time::kNever);
  const model::CalendarId calendar = facts.plant.vendors[offer.vendor].calendar;
  if (!calendar.valid()) return static_cast<Tick>(arrival);
  for (const Interval& open : facts.open.regular(calendar)) {
    if (open.close > arrival) return std::max(open.open, static_cast<Tick>(arrival));
  }
  return time::kNever;
}

// A purchase that nothing holds where it is could have come as soon as the vendor delivers; one that a vendor's weeks
// or a cap tie to its date, no sooner than then.
void check_earliest(const Facts& facts, plan::PurchaseId id, Report& report) {
  const plan::Purchase& purchase = facts.plan.purchases[id];
  const model::Offer& offer = facts.plant.offers[purchase.offer];
  const Tick first = soonest(facts, offer);
  const bool capped = std::any_of(facts.plant.budgets.begin(), facts.plant.budgets.end(),
                                  [](const model::Budget& budget) { return budget.hard_cap.has_value(); });
  const bool tied = capped || facts.plant.vendors[offer.vendor].capacity_per_week.positive();
  const bool later = tied && first <= purchase.earliest && purchase.earliest <= purchase.receipt_at;
  if (purchase.earliest == first || later) return;
  report.add("derived", [&] {
    return facts.names.purchase(id) + " is said to come at " + facts.names.when(purchase.earliest) +
           " at the earliest; by the offer it is " + facts.names.when(first);
  });
}

}  // namespace

void check_derived(const Facts& facts, Report& report) {
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) check_placement(facts, id, report);
  check_assignments(facts, report);
  for (const plan::PurchaseId id : ids_of(facts.plan.purchases)) check_earliest(facts, id, report);
}

}  // namespace kilter::check
