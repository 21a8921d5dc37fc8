// How long the people and tools of an operation are occupied by it, under a solution of the scheduling problem.
#pragma once

#include "coordinate/model/schedule_model.hpp"
#include "schedule/timing/calendar_cache.hpp"

namespace kilter::coordinate {

class Attendance {
 public:
  // All must outlive this; `slot_lane`, parallel to Problem::slots, may change in between.
  Attendance(const model::Plant& plant, const plan::Plan& plan, const ScheduleModel& model,
             const schedule::Solution& solution, const std::vector<schedule::Index>& slot_lane);

  // The end of attendance: the operation's end, or where the attended work is done in the effective hours.
  [[nodiscard]] time::Tick until(schedule::Index slot, schedule::Index operation);
  // The hours in which the operation is worked on, as an index into hours(): those of its machine and of everyone who
  // attends, but for the slot `without` (kNone: nobody).
  [[nodiscard]] schedule::Index effective(schedule::Index operation, schedule::Index without);
  // The hours in which a lane may fill a slot.
  [[nodiscard]] schedule::Index hours_of(schedule::Index slot, schedule::Index lane) const;
  [[nodiscard]] schedule::CalendarCache& hours() { return hours_; }

 private:
  [[nodiscard]] time::Tick attended_run(schedule::Index slot, schedule::Index operation) const;

  const model::Plant& plant_;
  const plan::Plan& plan_;
  const ScheduleModel& model_;
  const schedule::Problem& problem_;
  const schedule::Solution& solution_;
  const std::vector<schedule::Index>& slot_lane_;
  schedule::CalendarCache hours_;
};

}  // namespace kilter::coordinate
