// Lanes, groups and calendars of a schedule problem: units, people and tools of the plant with their effective hours.
#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "coordinate/model/schedule_model.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

class Lanes {
 public:
  // Adds all units, people and tools of the plant to `model.problem`.
  Lanes(const model::Plant& plant, const plan::Plan& plan, ScheduleModel& model);

  // Group of a unit; kNone when it is unlimited.
  [[nodiscard]] schedule::Index group_of(model::WorkUnitId unit) const { return unit_group_[unit.index()]; }
  [[nodiscard]] schedule::Index calendar_of(model::WorkUnitId unit) const { return unit_calendar_[unit.index()]; }
  [[nodiscard]] schedule::Index first_lane_of(model::PersonId person) const { return person_lane_[person.index()]; }
  [[nodiscard]] schedule::Index always() const { return always_; }
  // Calendar of a vendor: its working days; always open when it has none.
  schedule::Index vendor_calendar(model::VendorId vendor);
  // The lane set of the people who can fill a need (skill and level), made once per kind of need.
  schedule::Index people_for(const model::SkillNeed& need);
  // The lane set of the copies of a tool.
  [[nodiscard]] schedule::Index copies_of(model::ToolId tool) const { return tool_set_[tool.index()]; }

 private:
  schedule::Index add_calendar(time::WorkingCalendar calendar);
  void add_units();
  void add_people();
  void add_tools();
  void add_setup_matrices();

  const model::Plant& plant_;
  const plan::Plan& plan_;
  ScheduleModel& model_;
  schedule::Index always_ = 0;
  std::vector<schedule::Index> unit_group_;
  std::vector<schedule::Index> unit_calendar_;
  std::vector<schedule::Index> person_lane_;
  std::vector<schedule::Index> tool_set_;
  std::vector<schedule::Index> vendor_calendar_;
  std::map<std::tuple<model::SkillId, std::int32_t>, schedule::Index> need_set_;
};

}  // namespace kilter::coordinate
