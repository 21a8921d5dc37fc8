// Work happens in open time, all of it and nothing more.
//
//   open     |=======|     |=======|
//   right       [----+-----+--)          working seconds in [start, end) = setup + run
//   wrong                [-+-----)       starts in closed time
#include <string>

#include "check/rules.hpp"

namespace kilter::check {
namespace {

// A closure that explains why the time is closed, or nothing.
std::string closure_at(const Facts& facts, const plan::Placement& placement, Tick t) {
  if (!placement.unit.valid()) return {};
  for (const model::CalendarException& closure : facts.plant.work_units[placement.unit].closures) {
    const bool inside = facts.plant.frame.tick(closure.from) <= t && t < facts.plant.frame.tick(closure.until);
    if (inside) return " (closed: " + (closure.reason.empty() ? "maintenance" : closure.reason) + ")";
  }
  return {};
}

void check_origin(const Facts& facts, plan::PlacementId id, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  if (placement.start >= 0) return;
  report.add("before-origin", [&] {
    return facts.names.placement(id) + " starts at " + facts.names.when(placement.start) + ", before now (" +
           facts.names.when(0) + ")";
  });
}

void check_amount(const Facts& facts, plan::PlacementId id, const Intervals& hours, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  const std::int64_t wanted = std::int64_t{placement.setup} + placement.run;
  const std::int64_t found = total(hours);
  const bool tight =
      wanted == 0 ? placement.end == placement.start : !hours.empty() && hours.back().close == placement.end;
  if (found == wanted && tight) return;
  report.add("working-time", [&] {
    return facts.names.placement(id) + " lasts from " + facts.names.from_to(placement.start, placement.end) + " with " +
           text(std::chrono::seconds(found)) + " of working time; it needs exactly " +
           text(std::chrono::seconds(wanted)) + (found == wanted ? " and ends in closed time" : "");
  });
}

void check_unbroken(const Facts& facts, plan::PlacementId id, const Intervals& hours, Report& report) {
  if (facts.operation(id).interruptible || hours.size() <= 1) return;
  report.add("interrupted", [&] {
    return facts.names.placement(id) + " must not pause, but is closed from " +
           facts.names.from_to(hours[0].close, hours[1].open);
  });
}

// Whether the first second of the placement is open; of one that takes no time, the second in which it would be.
bool open_from(const Facts& facts, plan::PlacementId id, const Intervals& hours) {
  const Tick start = facts.plan.placements[id].start;
  if (!hours.empty()) return hours.front().open == start;
  return !facts.effective(id, start, start + 1).empty();
}

void check_placement(const Facts& facts, plan::PlacementId id, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  const Intervals hours = facts.effective(id, placement.start, placement.end);
  if (!open_from(facts, id, hours)) {
    report.add("closed-start", [&] {
      return facts.names.placement(id) + " starts at " + facts.names.when(placement.start) +
             ", when its unit or its people are not at work" + closure_at(facts, placement, placement.start);
    });
  }
  check_amount(facts, id, hours, report);
  check_unbroken(facts, id, hours, report);
}

}  // namespace

void check_working_time(const Facts& facts, Report& report) {
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
    const plan::Placement& placement = facts.plan.placements[id];
    if (!is_live(placement)) continue;
    if (placement.status == model::WorkStatus::started) continue;  // see check_floor
    check_origin(facts, id, report);
    check_placement(facts, id, report);
  }
}

}  // namespace kilter::check
