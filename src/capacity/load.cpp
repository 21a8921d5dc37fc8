#include "capacity/load.hpp"

#include <algorithm>
#include <limits>

#include "capacity/just_in_time.hpp"
#include "capacity/load_table.hpp"
#include "capacity/week_grid.hpp"
#include "plan/hours_lookup.hpp"
#include "plan/working_hours.hpp"

namespace kilter::capacity {
namespace {

using plan::Assignment;
using plan::OvertimeWindow;
using plan::Placement;
using time::Interval;
using time::WorkingCalendar;

Tick last_load(const plan::Plan& plan) {
  Tick last = 0;
  for (const Placement& placement : plan.placements) {
    if (placement.end != time::kNever) last = std::max(last, placement.end);
  }
  for (const plan::ProductionOrder& order : plan.production_orders) {
    if (order.need != time::kNever) last = std::max(last, order.need);
  }
  return last;
}

// All overtime that every calendar has to offer.
std::vector<OvertimeWindow> all_overtime(const model::Plant& plant) {
  std::vector<OvertimeWindow> windows;
  for (const model::CalendarId id : base::ids_of(plant.calendars)) {
    if (!plant.calendars[id].overtime.never_open()) windows.push_back({id, plant.span_begin, plant.span_end});
  }
  return windows;
}

class LoadCounter {
 public:
  LoadCounter(const model::Plant& plant, const plan::Plan& plan)
      : plant_(plant),
        plan_(plan),
        weeks_(plant, last_load(plan)),
        units_(plan::LoadKind::unit, plant.work_units.size(), weeks_),
        skills_(plan::LoadKind::skill, plant.skills.size(), weeks_),
        offered_(all_overtime(plant)),
        regular_hours_(plant, none_),
        all_hours_(plant, offered_),
        plan_hours_(plant, plan.overtime),
        just_in_time_(plant, regular_hours_) {}

  std::vector<plan::Load> count() {
    add_unit_capacity();
    add_skill_capacity();
    for (const Placement& placement : plan_.placements) add_planned(placement);
    for (const plan::ProductionOrder& order : plan_.production_orders) add_required(order);
    std::vector<plan::Load> loads;
    work_centres().write(loads);
    units_.write(loads);
    skills_.write(loads);
    return loads;
  }

 private:
  [[nodiscard]] bool limited(model::WorkUnitId unit) const {
    return unit.valid() && !plant_.work_units[unit].unlimited;
  }

  void add_unit_capacity() {
    for (const model::WorkUnitId id : base::ids_of(plant_.work_units)) {
      if (limited(id)) {
        units_.add_capacity(id.index(), plant_.work_units[id].count, regular_hours_.unit(id), all_hours_.unit(id));
      }
    }
  }

  void add_skill_capacity() {
    for (const model::PersonId id : base::ids_of(plant_.people)) {
      std::vector<model::SkillId> seen;
      for (const model::PersonSkill& held : plant_.people[id].skills) {
        if (std::find(seen.begin(), seen.end(), held.skill) != seen.end()) continue;
        seen.push_back(held.skill);
        const model::SkillNeed any_level{.skill = held.skill, .level = std::numeric_limits<std::int32_t>::min()};
        skills_.add_capacity(held.skill.index(), 1,
                             plan::certified_hours(plant_, regular_hours_.person(id), id, any_level),
                             plan::certified_hours(plant_, all_hours_.person(id), id, any_level));
      }
    }
  }

  // Seconds of a placement's work from the origin on, and when.
  [[nodiscard]] Tick work_ahead(const Placement& placement, const WorkingCalendar& hours) const {
    const Tick work = placement.setup + placement.run;
    return placement.start >= 0 ? work : std::min(work, hours.work_between(0, placement.end));
  }

  void add_planned(const Placement& placement) {
    if (placement.start == time::kNever || placement.status == model::WorkStatus::done || placement.end <= 0) return;
    const Tick from = plan::goes_on(plan_, placement, plan_hours_);
    const Interval span{.open = std::max<Tick>(0, from), .close = placement.end};
    if (limited(placement.unit)) {
      const WorkingCalendar& hours = plan_hours_.unit(placement.unit);
      units_.spread(placement.unit.index(), work_ahead(placement, hours), span, hours, &LoadCell::planned);
    }
    for (const plan::AssignmentId id : placement.assignments) {
      const Assignment& assignment = plan_.assignments[id];
      if (assignment.kind == plan::AssigneeKind::person) add_attendance(placement, assignment);
    }
  }

  void add_attendance(const Placement& placement, const Assignment& assignment) {
    const Interval span{.open = std::max<Tick>(0, assignment.start), .close = assignment.end};
    if (span.open >= span.close || !assignment.skill.valid()) return;
    const WorkingCalendar& hours = plan_hours_.person(model::PersonId(assignment.index));
    const bool whole = assignment.start == placement.start && assignment.end == placement.end;
    const Tick open = hours.work_between(span.open, span.close);
    const Tick work = whole ? work_ahead(placement, hours) : std::min<Tick>(open, placement.setup + placement.run);
    skills_.spread(assignment.skill.index(), work, span, hours, &LoadCell::planned);
  }

  void add_required(const plan::ProductionOrder& order) {
    if (order.need == time::kNever || order.placements.empty()) return;
    const std::vector<Interval>& dates = just_in_time_.dates(plan_, order);
    std::size_t at = 0;
    for (const plan::PlacementId id : order.placements) {
      const Placement& placement = plan_.placements[id];
      const Interval span = dates[at++];
      if (placement.status == model::WorkStatus::done) continue;
      if (limited(placement.unit)) {
        const WorkingCalendar& hours = regular_hours_.unit(placement.unit);
        units_.spread(placement.unit.index(), work_ahead(placement, hours), span, hours, &LoadCell::required);
      }
      require_people(placement, span);
    }
  }

  void require_people(const Placement& placement, const Interval& span) {
    for (const model::SkillNeed& need : plant_.operations[placement.operation].skills) {
      Tick work = placement.setup;
      if (need.attendance == model::Attendance::whole) work += placement.run;
      if (need.attendance == model::Attendance::share) {
        work += static_cast<Tick>(base::mul_div_ceil(placement.run, need.share.raw(), base::kMicro));
      }
      const WorkingCalendar& hours = placement.unit.valid() ? regular_hours_.unit(placement.unit) : always_;
      skills_.spread(need.skill.index(), work * need.head_count, span, hours, &LoadCell::required);
    }
  }

  LoadTable work_centres() {
    LoadTable centres(plan::LoadKind::work_centre, plant_.work_centres.size(), weeks_);
    for (const model::WorkUnitId id : base::ids_of(plant_.work_units)) {
      const model::WorkCentreId centre = plant_.work_units[id].work_centre;
      if (!centre.valid()) continue;
      for (std::size_t week = 0; week < weeks_.count(); ++week)
        centres.at(centre.index(), week) += units_.at(id.index(), week);
    }
    return centres;
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  WeekGrid weeks_;
  LoadTable units_;
  LoadTable skills_;
  std::vector<OvertimeWindow> none_;
  std::vector<OvertimeWindow> offered_;
  plan::HoursLookup regular_hours_;
  plan::HoursLookup all_hours_;
  plan::HoursLookup plan_hours_;
  JustInTime just_in_time_;
  WorkingCalendar always_ = WorkingCalendar::always(plant_.span_begin, plant_.span_end);
};

}  // namespace

std::vector<plan::Load> loads(const model::Plant& plant, const plan::Plan& plan) {
  return LoadCounter(plant, plan).count();
}

}  // namespace kilter::capacity
