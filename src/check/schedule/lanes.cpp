// A lane does one thing at a time, and its setups follow from what it did before.
//
//   weld-1 #1   |--A--|  |---B---|
//                      |--C--|         C overlaps B
#include <algorithm>
#include <string>
#include <vector>

#include "check/facts/content.hpp"
#include "check/facts/stays.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

void check_lane_exists(const Facts& facts, plan::PlacementId id, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  const model::WorkUnit& unit = facts.plant.work_units[placement.unit];
  if (placement.lane < static_cast<std::uint32_t>(unit.count)) return;
  report.add("unknown-lane", [&] {
    return facts.names.placement(id) + " uses machine " + std::to_string(placement.lane + 1) + " of " + unit.id +
           ", which has only " + std::to_string(unit.count);
  });
}

// With the time on the machine: of work that was interrupted for other work, from when it goes on.
std::string named(const Facts& facts, const Stay& stay) {
  return facts.names.placement(plan::PlacementId(stay.who)) + " (" + facts.names.from_to(stay.start, stay.end) + ")";
}

void check_overlap(const Facts& facts, const Stay& before, const Stay& after, Report& report) {
  if (after.start >= before.end) return;
  report.add("unit-overlap", [&] { return named(facts, after) + " overlaps " + named(facts, before); });
}

// Started work was set up for before the plan began. When it goes on behind other work, the machine is changed back.
void check_setup(const Facts& facts, plan::PlacementId id, model::FamilyId from, bool first, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  const bool started = placement.status == model::WorkStatus::started;
  std::int64_t expected = started ? 0 : facts.operation(id).setup.count();
  const model::SetupMatrixId matrix = facts.plant.work_units[placement.unit].setup_matrix;
  if (matrix.valid() && !(started && first)) {
    expected += facts.plant.setup_matrices[matrix].time(from, family_of(facts.plant, placement.operation));
  }
  if (placement.setup == expected) return;
  report.add("setup-time", [&] {
    const std::string before = from.valid() ? facts.plant.families[from].id : "nothing";
    return facts.names.placement(id) + " sets up for " + text(std::chrono::seconds(placement.setup)) + "; after " +
           before + " it takes " + text(std::chrono::seconds(expected));
  });
}

}  // namespace

void check_lanes(const Facts& facts, Report& report) {
  Stay last;  // the one of this lane that ends last so far
  Stay previous;
  bool any = false;
  for (const Stay& stay : stays_on_lanes(facts)) {
    const plan::PlacementId id(stay.who);
    check_lane_exists(facts, id, report);
    const bool same_lane = any && previous.same_resource(stay);
    if (same_lane) check_overlap(facts, last, stay, report);
    const model::WorkUnit& unit = facts.plant.work_units[model::WorkUnitId(stay.resource)];
    const model::FamilyId from =
        same_lane ? family_of(facts.plant, facts.plan.placements[plan::PlacementId(previous.who)].operation)
                  : unit.initial_family;
    check_setup(facts, id, from, !same_lane, report);
    if (!same_lane || stay.end > last.end) last = stay;
    previous = stay;
    any = true;
  }
}

}  // namespace kilter::check
