// From the kernel's answer back to placements, assignments and production orders.

#include <algorithm>

#include "coordinate/model/schedule_model.hpp"

namespace kilter::coordinate {
namespace {

using plan::AssignmentId;
using plan::AssignmentReason;
using plan::PlacementId;
using schedule::Index;
using schedule::kNone;
using time::kNever;
using time::Tick;
using time::WorkingCalendar;

class Reader {
 public:
  Reader(const model::Plant& plant, const ScheduleModel& model, const schedule::Solution& solution, plan::Plan& plan)
      : plant_(plant), model_(model), problem_(model.problem), solution_(solution), plan_(plan) {}

  void read() {
    plan_.assignments = {};
    plan_.assignments.reserve(problem_.slots.size());
    for (const PlacementId id : base::ids_of(plan_.placements)) {
      const AssignmentId first = plan_.assignments.next_id();
      const Index operation = model_.operation_of[id.index()];
      if (operation != kNone) read_operation(plan_.placements[id], operation);
      if (operation != kNone) read_slots(id, operation);
      plan_.placements[id].assignments = {first, plan_.assignments.next_id()};
    }
    for (plan::ProductionOrder& order : plan_.production_orders) read_order(order);
  }

 private:
  void read_operation(plan::Placement& placement, Index operation) {
    const schedule::Mode& mode = problem_.modes[solution_.mode[operation]];
    placement.unit = model_.mode_unit[solution_.mode[operation]];
    const Index lane = solution_.lane[operation];
    placement.lane = lane == kNone ? 0 : model_.owners[lane].copy;
    placement.end = solution_.end[operation];
    placement.run = mode.work - problem_.own_setup[operation];
    placement.setup = problem_.own_setup[operation] + solution_.setup[operation];
    if (placement.status != model::WorkStatus::started) placement.start = solution_.start[operation];
  }

  void read_slots(PlacementId id, Index operation) {
    for (Index slot = problem_.slot_begin[operation]; slot < problem_.slot_begin[operation + 1]; ++slot) {
      const Index lane = solution_.slot_lane[slot];
      if (lane == kNone) continue;
      const LaneOwner& owner = model_.owners[lane];
      plan::Assignment assignment;
      assignment.placement = id;
      assignment.kind = owner.kind == LaneKind::tool ? plan::AssigneeKind::tool : plan::AssigneeKind::person;
      assignment.index = owner.index;
      assignment.copy = owner.copy;
      assignment.skill = model_.slot_skill[slot];
      assignment.reason = reason(slot, operation);
      assignment.start = solution_.start[operation];
      assignment.end = attended_until(slot, operation);
      plan_.assignments.push_back(assignment);
    }
  }

  [[nodiscard]] AssignmentReason reason(Index slot, Index operation) const {
    const auto& candidates = problem_.lane_sets[problem_.slots[slot].lanes];
    if (problem_.fixed[operation] == schedule::Fixed::running) return AssignmentReason::already_started;
    if (candidates.size() == 1) return AssignmentReason::only_one;
    const schedule::Cost cost = problem_.lanes[solution_.slot_lane[slot]].cost_per_second;
    const bool cheapest = std::all_of(candidates.begin(), candidates.end(), [&](const schedule::Candidate& other) {
      return problem_.lanes[other.lane].cost_per_second >= cost;
    });
    return cheapest ? AssignmentReason::cheapest : AssignmentReason::earliest_free;
  }

  // The end of attendance: the placement's end, or where the attended work is done in the effective calendar.
  [[nodiscard]] Tick attended_until(Index slot, Index operation) const {
    const Tick end = solution_.end[operation];
    const model::SkillId skill = model_.slot_skill[slot];
    if (problem_.slots[slot].attended_run == schedule::kWhole || !skill.valid() || end == kNever) return end;
    const schedule::Mode& mode = problem_.modes[solution_.mode[operation]];
    const Tick setup = problem_.own_setup[operation] + solution_.setup[operation];
    const Tick run = attended_run(slot, operation, mode.work - problem_.own_setup[operation]);
    if (setup + run == 0) return solution_.start[operation];  // nothing left to attend
    return std::min(end, effective_hours(operation).add(solution_.start[operation], setup + run));
  }

  // setup: none of the run; share: the need's share of the run on the chosen unit.
  [[nodiscard]] Tick attended_run(Index slot, Index operation, Tick run) const {
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

  [[nodiscard]] WorkingCalendar effective_hours(Index operation) const {
    const schedule::Mode& mode = problem_.modes[solution_.mode[operation]];
    WorkingCalendar hours = problem_.calendars[mode.calendar];
    for (Index slot = problem_.slot_begin[operation]; slot < problem_.slot_begin[operation + 1]; ++slot) {
      for (const schedule::Candidate& candidate : problem_.lane_sets[problem_.slots[slot].lanes]) {
        if (candidate.lane != solution_.slot_lane[slot]) continue;
        hours = WorkingCalendar::intersect(hours, problem_.calendars[candidate.calendar]);
      }
    }
    return hours;
  }

  void read_order(plan::ProductionOrder& order) {
    order.start = kNever;
    order.end = time::kLongAgo;
    for (const PlacementId id : order.placements) {
      order.start = std::min(order.start, plan_.placements[id].start);
      order.end = std::max(order.end, plan_.placements[id].end);
    }
  }

  const model::Plant& plant_;
  const ScheduleModel& model_;
  const schedule::Problem& problem_;
  const schedule::Solution& solution_;
  plan::Plan& plan_;
};

}  // namespace

void read_back(const model::Plant& plant, const ScheduleModel& model, const schedule::Solution& solution,
               plan::Plan& plan) {
  Reader(plant, model, solution, plan).read();
}

}  // namespace kilter::coordinate
