// Who fills the slots in the end, and why. A schedule is made for its times; when they are settled, work goes to those
// who cost least among the people who are free for it at that very time, which changes no time.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "coordinate/model/people/attendance.hpp"

namespace kilter::coordinate {

class Hands {
 public:
  // All must outlive this. O(slots x candidates), log of the lane's work for each, as often as something changes.
  Hands(const model::Plant& plant, const plan::Plan& plan, const ScheduleModel& model,
        const schedule::Solution& solution);

  // Parallel to Problem::slots; kNone where nobody stands.
  [[nodiscard]] schedule::Index lane(schedule::Index slot) const { return slot_lane_[slot]; }
  [[nodiscard]] time::Tick until(schedule::Index slot, schedule::Index operation) {
    return attendance_.until(slot, operation);
  }
  [[nodiscard]] plan::AssignmentReason reason(schedule::Index slot, schedule::Index operation);

 private:
  void occupy();
  [[nodiscard]] bool give_to_cheapest(schedule::Index slot, schedule::Index operation);
  [[nodiscard]] bool is_open_to_all(schedule::Index slot, schedule::Index operation) const;
  [[nodiscard]] bool available(schedule::Index slot, schedule::Index operation, const schedule::Candidate& who);
  [[nodiscard]] bool same_hours(schedule::Index slot, schedule::Index operation, const schedule::Candidate& who);
  // Effective hours that are regular time of a calendar.
  [[nodiscard]] const time::WorkingCalendar& regular_part(schedule::Index effective, model::CalendarId calendar);
  [[nodiscard]] base::Int128 price(schedule::Index slot, schedule::Index operation, schedule::Index lane);

  const model::Plant& plant_;
  const plan::Plan& plan_;
  const ScheduleModel& model_;
  const schedule::Problem& problem_;
  const schedule::Solution& solution_;
  std::vector<schedule::Index> slot_lane_;
  Attendance attendance_;
  std::map<std::pair<schedule::Index, std::uint32_t>, time::WorkingCalendar> regular_parts_;  // reckoned once each
  std::vector<std::map<time::Tick, time::Tick>> busy_;  // by lane: start -> end of attendance
};

}  // namespace kilter::coordinate
