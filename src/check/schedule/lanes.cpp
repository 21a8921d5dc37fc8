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

void check_overlap(const Facts& facts, plan::PlacementId before, plan::PlacementId after, Report& report) {
  const plan::Placement& first = facts.plan.placements[before];
  const plan::Placement& second = facts.plan.placements[after];
  if (second.start >= first.end) return;
  const auto started = model::WorkStatus::started;
  if (first.status == started && second.status == started) return;  // see check_started
  report.add("unit-overlap", [&] {
    return facts.names.placement(after) + " (" + facts.names.from_to(second.start, second.end) + ") overlaps " +
           facts.names.placement(before) + " (" + facts.names.from_to(first.start, first.end) + ")";
  });
}

// More was started than the unit has machines: the rest goes on when one is free. Its start is history, so what counts
// is when it goes on.
void check_started(const Facts& facts, const std::vector<plan::PlacementId>& running, plan::PlacementId id,
                   Report& report) {
  const Tick from = facts.resumed(id);
  const Tick until = facts.plan.placements[id].end;
  for (const plan::PlacementId other : running) {
    const Tick other_from = facts.resumed(other);
    const Tick other_until = facts.plan.placements[other].end;
    if (std::max(from, other_from) >= std::min(until, other_until)) continue;
    report.add("unit-overlap", [&] {
      return facts.names.placement(id) + " goes on from " + facts.names.from_to(from, until) +
             " and overlaps what is left of " + facts.names.placement(other) + " (" +
             facts.names.from_to(other_from, other_until) + ")";
    });
  }
}

// Started work was set up for before the plan began: how long that took is history.
void check_setup(const Facts& facts, plan::PlacementId id, model::FamilyId from, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  if (placement.status == model::WorkStatus::started) return;
  std::int64_t expected = facts.operation(id).setup.count();
  const model::SetupMatrixId matrix = facts.plant.work_units[placement.unit].setup_matrix;
  if (matrix.valid()) {
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
  std::vector<plan::PlacementId> running;  // started work of this lane
  bool first = true;
  for (const Stay& stay : stays_on_lanes(facts)) {
    const plan::PlacementId id(stay.who);
    check_lane_exists(facts, id, report);
    const bool same_lane = !first && previous.same_resource(stay);
    if (!same_lane) running.clear();
    if (facts.plan.placements[id].status == model::WorkStatus::started) {
      check_started(facts, running, id, report);
      running.push_back(id);
    }
    if (same_lane) check_overlap(facts, plan::PlacementId(last.who), id, report);
    const model::WorkUnit& unit = facts.plant.work_units[model::WorkUnitId(stay.resource)];
    const model::FamilyId from =
        same_lane ? family_of(facts.plant, facts.plan.placements[plan::PlacementId(previous.who)].operation)
                  : unit.initial_family;
    check_setup(facts, id, from, report);
    if (!same_lane || stay.end > last.end) last = stay;
    previous = stay;
    first = false;
  }
}

}  // namespace kilter::check
