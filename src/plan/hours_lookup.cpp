#include "plan/hours_lookup.hpp"

#include <algorithm>

#include <optional>

#include "plan/working_hours.hpp"

namespace kilter::plan {

HoursLookup::HoursLookup(const model::Plant& plant, const std::vector<OvertimeWindow>& overtime)
    : plant_(plant),
      overtime_(overtime),
      decided_(plant.calendars.size(), 0),
      units_(plant.work_units.size(), nullptr),
      people_(plant.people.size(), nullptr) {
  for (const OvertimeWindow& window : overtime) decided_[window.calendar] = 1;
}

const time::WorkingCalendar& HoursLookup::unit(model::WorkUnitId id) {
  const time::WorkingCalendar*& hours = units_[id];
  if (hours != nullptr) return *hours;
  const model::WorkUnit& unit = plant_.work_units[id];
  if (unit.closures.empty() && !has_overtime(unit.calendar)) {
    hours = &plant_.calendars[unit.calendar].regular;
  } else {
    hours = &own_.emplace_back(unit_hours(plant_, overtime_, id));
  }
  return *hours;
}

const time::WorkingCalendar& HoursLookup::person(model::PersonId id) {
  const time::WorkingCalendar*& hours = people_[id];
  if (hours != nullptr) return *hours;
  const model::Person& person = plant_.people[id];
  const bool plain = person.absences.empty() && !person.hours_per_day && !person.hours_per_week;
  if (plain && !has_overtime(person.calendar)) {
    hours = &plant_.calendars[person.calendar].regular;
  } else {
    hours = &limited(person, id);
  }
  return *hours;
}

const time::WorkingCalendar& HoursLookup::limited(const model::Person& person, model::PersonId id) {
  if (!person.absences.empty()) return own_.emplace_back(person_hours(plant_, overtime_, id));
  const auto limit = [](const std::optional<model::Duration>& most) { return most ? most->count() : -1; };
  const time::WorkingCalendar*& alike =
      alike_[{person.calendar, limit(person.hours_per_day), limit(person.hours_per_week)}];
  if (alike == nullptr) alike = &own_.emplace_back(person_hours(plant_, overtime_, id));
  return *alike;
}

time::Tick goes_on(const Plan& plan, const Placement& placement, HoursLookup& hours) {
  if (placement.status != model::WorkStatus::started) return placement.start;
  time::Tick from = 0;
  for (const AssignmentId id : placement.assignments) from = std::max(from, plan.assignments[id].start);
  if (!placement.assignments.empty() || !placement.unit.valid()) return from;
  return std::max(from, hours.unit(placement.unit).subtract(placement.end, placement.setup + placement.run));
}

}  // namespace kilter::plan
