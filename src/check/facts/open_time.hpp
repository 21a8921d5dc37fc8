// When units and persons may work under the plan's overtime decisions, rebuilt from the plant's calendars by walking
// intervals.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "check/facts/intervals.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::check {

class OpenTime {
 public:
  OpenTime(const model::Plant& plant, const plan::Plan& plan);

  [[nodiscard]] IntervalSpan unit(model::WorkUnitId id) const { return units_[id]; }
  // Inside shift and decided overtime and not absent.
  [[nodiscard]] IntervalSpan person(model::PersonId id) const { return people_[id]; }
  // Of these the first ones of each local day and ISO week, up to the person's limits.
  [[nodiscard]] IntervalSpan within_limits(model::PersonId id) const { return limited_[id]; }
  // Regular hours of a calendar.
  [[nodiscard]] IntervalSpan regular(model::CalendarId id) const { return plant_.calendars[id].regular.intervals(); }
  // Overtime decided for a calendar; never overlaps its regular hours.
  [[nodiscard]] IntervalSpan overtime(model::CalendarId id) const { return overtime_[id]; }
  // Shift and decided overtime, before absences and limits.
  [[nodiscard]] IntervalSpan hours(model::CalendarId id) const { return hours_[id]; }
  // When the person holds the skill at the level asked for with a valid certificate.
  [[nodiscard]] Intervals certified(model::PersonId id, const model::SkillNeed& need) const;
  // When the vendor works: the regular hours of its calendar (our overtime is no vendor's); always when it has none.
  [[nodiscard]] IntervalSpan vendor(model::VendorId id) const;

 private:
  const model::Plant& plant_;
  Intervals always_;
  base::IndexedVector<model::CalendarId, Intervals> overtime_;
  base::IndexedVector<model::CalendarId, Intervals> hours_;
  base::IndexedVector<model::WorkUnitId, Intervals> units_;
  base::IndexedVector<model::PersonId, Intervals> people_;
  base::IndexedVector<model::PersonId, Intervals> limited_;
};

// The first hours of each local day and ISO week, as many as the person may work.
Intervals cut_at_limits(const model::Plant& plant, const model::Person& person, IntervalSpan hours);

// The same for many people: those without absences, alike in calendar and limits, are reckoned once.
class LimitedHours {
 public:
  explicit LimitedHours(const model::Plant& plant) : plant_(plant) {}
  // `hours` of the person's calendar less absences, always of the same kind. Valid until the next call.
  const Intervals& of(const model::Person& person, IntervalSpan hours);

 private:
  const model::Plant& plant_;
  std::map<std::tuple<model::CalendarId, std::int64_t, std::int64_t>, Intervals> known_;
  Intervals own_;
};

// Intervals of closures or absences.
Intervals closed_times(const model::Plant& plant, const std::vector<model::CalendarException>& exceptions);

}  // namespace kilter::check
