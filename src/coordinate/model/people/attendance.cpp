#include "coordinate/model/people/attendance.hpp"

#include <algorithm>

namespace kilter::coordinate {

using schedule::Index;
using schedule::kNone;
using time::Tick;

Attendance::Attendance(const model::Plant& plant, const plan::Plan& plan, const ScheduleModel& model,
                       const schedule::Solution& solution, const std::vector<Index>& slot_lane)
    : plant_(plant),
      plan_(plan),
      model_(model),
      problem_(model.problem),
      solution_(solution),
      slot_lane_(slot_lane),
      hours_(model.problem) {}

Tick Attendance::until(Index slot, Index operation) {
  const Tick end = solution_.end[operation];
  const model::SkillId skill = model_.slot_skill[slot];
  if (problem_.slots[slot].attended_run == schedule::kWhole || !skill.valid() || end == time::kNever) return end;
  const Tick setup = problem_.own_setup[operation] + solution_.setup[operation];
  const Tick run = attended_run(slot, operation);
  if (setup + run == 0) return solution_.start[operation];  // nothing left to attend
  return std::min(end, hours_[effective(operation, kNone)].add(solution_.start[operation], setup + run));
}

// setup: none of the run; share: the need's share of the run on the chosen unit.
Tick Attendance::attended_run(Index slot, Index operation) const {
  const Tick run = problem_.modes[solution_.mode[operation]].work - problem_.own_setup[operation];
  const model::OperationId id = plan_.placements[model_.placement_of[operation]].operation;
  Index at = problem_.slot_begin[operation];
  for (const model::SkillNeed& need : plant_.operations[id].skills) {
    at += static_cast<Index>(need.head_count);
    if (slot >= at) continue;
    if (need.attendance == model::Attendance::setup) return 0;
    return static_cast<Tick>(base::mul_div_ceil(run, need.share.raw(), base::kMicro));
  }
  return run;
}

Index Attendance::effective(Index operation, Index without) {
  Index hours = problem_.modes[solution_.mode[operation]].calendar;
  for (Index slot = problem_.slot_begin[operation]; slot < problem_.slot_begin[operation + 1]; ++slot) {
    if (slot != without && slot_lane_[slot] != kNone) hours = hours_.combine(hours, hours_of(slot, slot_lane_[slot]));
  }
  return hours;
}

Index Attendance::hours_of(Index slot, Index lane) const {
  for (const schedule::Candidate& candidate : problem_.lane_sets[problem_.slots[slot].lanes]) {
    if (candidate.lane == lane) return candidate.calendar;
  }
  return kNone;
}

}  // namespace kilter::coordinate
