// When the people whom an operation needs are at work at all, busy or not.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"
#include "time/working_calendar.hpp"

namespace kilter::coordinate {

class Staffing {
 public:
  // `hours` by person: effective hours. All must outlive this.
  Staffing(const model::Plant& plant, const std::vector<time::WorkingCalendar>& hours) : plant_(plant), hours_(hours) {}

  // The first moment from `t` on at which enough people with a valid certificate are at work for every skill of the
  // operation; `until` when that is not before it.
  time::Tick first_staffed(const model::Operation& operation, time::Tick t, time::Tick until);

  // Whether the calendar of anyone who may do it is open at some time in [from, until), absent or not.
  bool on_shift(const model::Operation& operation, time::Tick from, time::Tick until);

 private:
  struct Qualified {
    model::PersonId person;
    time::WorkingCalendar hours;
  };
  const std::vector<Qualified>& qualified(const model::SkillNeed& need);
  time::Tick first_staffed(const model::SkillNeed& need, time::Tick t);

  const model::Plant& plant_;
  const std::vector<time::WorkingCalendar>& hours_;
  std::map<std::pair<std::uint32_t, std::int32_t>, std::vector<Qualified>> known_;
};

}  // namespace kilter::coordinate
