#include "coordinate/model/lanes.hpp"

#include <utility>

#include "plan/hours_lookup.hpp"
#include "plan/working_hours.hpp"

namespace kilter::coordinate {
namespace {

using schedule::Index;
using schedule::kNone;

// Plant currency per hour (six decimals) to micro-cents per second.
schedule::Cost per_second(base::HourlyRate rate) { return base::mul_div_round(rate.raw(), 100, 3600); }

}  // namespace

Lanes::Lanes(const model::Plant& plant, const plan::Plan& plan, ScheduleModel& model)
    : plant_(plant), plan_(plan), model_(model) {
  always_ = add_calendar(time::WorkingCalendar::always(plant.span_begin, plant.span_end));
  vendor_calendar_.assign(plant.vendors.size(), kNone);
  add_setup_matrices();
  add_units();
  add_people();
  add_tools();
}

Index Lanes::add_calendar(time::WorkingCalendar calendar) {
  auto& calendars = model_.problem.calendars;
  for (std::size_t index = 0; index < calendars.size(); ++index) {
    if (calendars[index] == calendar) return static_cast<Index>(index);
  }
  calendars.push_back(std::move(calendar));
  return static_cast<Index>(calendars.size() - 1);
}

void Lanes::add_setup_matrices() {
  for (const model::SetupMatrix& matrix : plant_.setup_matrices) {
    schedule::SetupMatrix copy;
    copy.families = static_cast<Index>(matrix.families);
    copy.seconds = matrix.seconds;
    copy.cost.reserve(matrix.cost.size());
    for (const base::Money cost : matrix.cost) copy.cost.push_back(cost.raw() * model_.per_cent);
    model_.problem.setup_matrices.push_back(std::move(copy));
  }
}

void Lanes::add_units() {
  auto& problem = model_.problem;
  plan::HoursLookup hours(plant_, plan_.overtime);
  for (const model::WorkUnitId id : base::ids_of(plant_.work_units)) {
    const model::WorkUnit& unit = plant_.work_units[id];
    const Index calendar = add_calendar(hours.unit(id));
    unit_calendar_.push_back(calendar);
    if (unit.unlimited) {
      unit_group_.push_back(kNone);
      continue;
    }
    unit_group_.push_back(static_cast<Index>(problem.groups.size()));
    const auto count = static_cast<Index>(unit.count);
    problem.groups.push_back({.first_lane = static_cast<Index>(problem.lanes.size()), .lane_count = count});
    for (Index copy = 0; copy < count; ++copy) {
      schedule::Lane lane;
      lane.calendar = calendar;
      if (unit.setup_matrix.valid()) lane.setup_matrix = unit.setup_matrix.index();
      if (unit.initial_family.valid()) lane.initial_family = unit.initial_family.index();
      problem.lanes.push_back(lane);
      model_.owners.push_back({.kind = LaneKind::unit, .index = id.index(), .copy = copy});
    }
  }
}

void Lanes::add_people() {
  auto& problem = model_.problem;
  plan::HoursLookup hours(plant_, plan_.overtime);
  for (const model::PersonId id : base::ids_of(plant_.people)) {
    schedule::Lane lane;
    lane.calendar = add_calendar(hours.person(id));
    lane.cost_per_second = per_second(plant_.people[id].wage);
    person_lane_.push_back(static_cast<Index>(problem.lanes.size()));
    problem.lanes.push_back(lane);
    model_.owners.push_back({.kind = LaneKind::person, .index = id.index(), .copy = 0});
  }
}

void Lanes::add_tools() {
  auto& problem = model_.problem;
  for (const model::ToolId id : base::ids_of(plant_.tools)) {
    tool_set_.push_back(static_cast<Index>(problem.lane_sets.size()));
    problem.lane_sets.emplace_back();
    for (std::int32_t copy = 0; copy < plant_.tools[id].count; ++copy) {
      schedule::Lane lane;
      lane.calendar = always_;
      problem.lane_sets.back().push_back({.lane = static_cast<Index>(problem.lanes.size()), .calendar = always_});
      problem.lanes.push_back(lane);
      model_.owners.push_back({.kind = LaneKind::tool, .index = id.index(), .copy = static_cast<std::uint32_t>(copy)});
    }
  }
}

Index Lanes::vendor_calendar(model::VendorId vendor) {
  const model::CalendarId calendar = plant_.vendors[vendor].calendar;
  if (!calendar.valid()) return always_;
  Index& known = vendor_calendar_[vendor.index()];
  if (known == kNone) known = add_calendar(plant_.calendars[calendar].regular);
  return known;
}

Index Lanes::people_for(const model::SkillNeed& need) {
  auto& problem = model_.problem;
  const auto [entry, is_new] = need_set_.try_emplace({need.skill, need.level}, kNone);
  if (!is_new) return entry->second;
  entry->second = static_cast<Index>(problem.lane_sets.size());
  std::vector<schedule::Candidate> candidates;
  for (const model::PersonId id : base::ids_of(plant_.people)) {
    const Index lane = person_lane_[id.index()];
    const time::WorkingCalendar& hours = problem.calendars[problem.lanes[lane].calendar];
    time::WorkingCalendar certified = plan::certified_hours(plant_, hours, id, need);
    if (certified.next_open(0) == time::kNever) continue;
    candidates.push_back({.lane = lane, .calendar = add_calendar(std::move(certified))});
  }
  problem.lane_sets.push_back(std::move(candidates));
  return entry->second;
}

}  // namespace kilter::coordinate
