// From the kernel's answer back to placements, assignments and production orders.

#include <algorithm>

#include "coordinate/model/people/hands.hpp"
#include "coordinate/model/schedule_model.hpp"

namespace kilter::coordinate {
namespace {

using plan::AssignmentId;
using plan::PlacementId;
using schedule::Index;
using schedule::kNone;
using time::kNever;
using time::Tick;

class Reader {
 public:
  Reader(const model::Plant& plant, const ScheduleModel& model, const schedule::Solution& solution, plan::Plan& plan)
      : model_(model),
        problem_(model.problem),
        solution_(solution),
        plan_(plan),
        hands_(plant, plan, model, solution) {}

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
      const Index lane = hands_.lane(slot);
      if (lane == kNone) continue;
      const LaneOwner& owner = model_.owners[lane];
      plan::Assignment assignment;
      assignment.placement = id;
      assignment.kind = owner.kind == LaneKind::tool ? plan::AssigneeKind::tool : plan::AssigneeKind::person;
      assignment.index = owner.index;
      assignment.copy = owner.copy;
      assignment.skill = model_.slot_skill[slot];
      assignment.reason = hands_.reason(slot, operation);
      assignment.start = solution_.start[operation];
      assignment.end = hands_.until(slot, operation);
      plan_.assignments.push_back(assignment);
    }
  }

  void read_order(plan::ProductionOrder& order) {
    order.start = kNever;
    order.end = time::kLongAgo;
    for (const PlacementId id : order.placements) {
      order.start = std::min(order.start, plan_.placements[id].start);
      order.end = std::max(order.end, plan_.placements[id].end);
    }
  }

  const ScheduleModel& model_;
  const schedule::Problem& problem_;
  const schedule::Solution& solution_;
  plan::Plan& plan_;
  Hands hands_;
};

}  // namespace

void read_back(const model::Plant& plant, const ScheduleModel& model, const schedule::Solution& solution,
               plan::Plan& plan) {
  Reader(plant, model, solution, plan).read();
}

}  // namespace kilter::coordinate
