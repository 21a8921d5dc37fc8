#include "coordinate/explain/waits/pauses.hpp"

#include <algorithm>

#include "plan/working_hours.hpp"

namespace kilter::coordinate {

using plan::LateCause;
using plan::LateLink;
using plan::PlacementId;
using time::Tick;
using time::WorkingCalendar;

namespace {

// The end of the open interval that holds t.
Tick close_after(const WorkingCalendar& calendar, Tick t) {
  const auto intervals = calendar.intervals();
  const auto after = std::upper_bound(intervals.begin(), intervals.end(), t,
                                      [](Tick at, const time::Interval& interval) { return at < interval.open; });
  return (after - 1)->close;
}

}  // namespace

Pauses::Pauses(const model::Plant& plant, const plan::Plan& plan)
    : plant_(plant), plan_(plan), staffing_(plant, person_hours_) {
  unit_hours_.resize(plant.work_units.size());
  person_hours_.resize(plant.people.size());
  for (const auto id : base::ids_of(plant.work_units)) {
    unit_hours_[id.index()] = plan::unit_hours(plant, plan.overtime, id);
  }
  for (const auto id : base::ids_of(plant.people)) {
    person_hours_[id.index()] = plan::person_hours(plant, plan.overtime, id);
  }
  always_ = WorkingCalendar::always(plant.span_begin, plant.span_end);
  for (const model::Vendor& vendor : plant.vendors) {
    vendor_hours_.push_back(vendor.calendar.valid() ? plant.calendars[vendor.calendar].regular : always_);
  }
}

const WorkingCalendar& Pauses::place_hours(const plan::Placement& placement) const {
  if (placement.unit.valid()) return unit_hours_[placement.unit.index()];
  const model::VendorId vendor = plant_.operations[placement.operation].vendor;
  return vendor.valid() ? vendor_hours_[vendor.index()] : always_;
}

// Whether somebody assigned is away at the link's begin; cuts the link where that changes.
void Pauses::narrow_by_people(const plan::Placement& placement, LateLink& link) {
  for (const plan::AssignmentId id : placement.assignments) {
    const plan::Assignment& assignment = plan_.assignments[id];
    if (assignment.kind != plan::AssigneeKind::person) continue;
    const WorkingCalendar& hours = person_hours_[assignment.index];
    if (hours.is_open(link.from)) {
      link.until = std::min(link.until, close_after(hours, link.from));
      continue;
    }
    link.until = std::min(link.until, hours.next_open(link.from));
    const model::Operation& operation = plant_.operations[placement.operation];
    const bool night = !placement.unit.valid() && !staffing_.on_shift(operation, link.from, link.until);
    link.cause = night ? LateCause::closed : LateCause::person;
    link.blocker = night ? 0 : assignment.index;
    return;
  }
}

void Pauses::narrow(const plan::Placement& placement, LateLink& link) {
  const WorkingCalendar& hours = place_hours(placement);
  if (!hours.is_open(link.from)) {
    link.cause = LateCause::closed;
    link.until = std::min(link.until, hours.next_open(link.from));
    return;
  }
  link.until = std::min(link.until, close_after(hours, link.from));
  narrow_by_people(placement, link);
}

void Pauses::add_idle(PlacementId id, Tick from, Tick until, std::vector<LateLink>& waits) {
  const plan::Placement& placement = plan_.placements[id];
  while (from < until) {
    waits.push_back({.cause = LateCause::choice, .from = from, .until = until, .placement = id});
    narrow(placement, waits.back());
    from = waits.back().until;
  }
}

}  // namespace kilter::coordinate
