#include "properties/mutations/mutation.hpp"

namespace kilter::properties {
namespace {

using model::Plant;
using plan::Placement;
using plan::Plan;

bool forget_order(Plant&, Plan& plan) {
  for (plan::ProductionOrder& order : plan.production_orders) {
    if (!order.open.valid()) continue;
    order.open = model::OpenProductionOrderId::none();
    return true;
  }
  return false;
}

bool resize_order(Plant&, Plan& plan) {
  for (plan::ProductionOrder& order : plan.production_orders) {
    if (!order.open.valid()) continue;
    order.quantity += base::Quantity::units(1);
    return true;
  }
  return false;
}

bool move_fact(Plan& plan, model::WorkStatus status) {
  for (Placement& placement : plan.placements) {
    if (placement.status != status) continue;
    ++placement.start;
    return true;
  }
  return false;
}

bool move_started(Plant&, Plan& plan) { return move_fact(plan, model::WorkStatus::started); }
bool move_done(Plant&, Plan& plan) { return move_fact(plan, model::WorkStatus::done); }
bool move_pinned(Plant&, Plan& plan) { return move_fact(plan, model::WorkStatus::pinned); }

bool invent_fact(Plant&, Plan& plan) {
  for (Placement& placement : plan.placements) {
    if (!is_free(placement)) continue;
    placement.status = model::WorkStatus::pinned;
    return true;
  }
  return false;
}

bool cut_rest(Plant&, Plan& plan) {
  for (Placement& placement : plan.placements) {
    if (placement.status != model::WorkStatus::started || placement.run < 2) continue;
    --placement.run;
    return true;
  }
  return false;
}

// As if it went on with what is left until later.
bool stretch_rest(Plant&, Plan& plan) {
  for (Placement& placement : plan.placements) {
    if (placement.status != model::WorkStatus::started || placement.run < 2) continue;
    placement.end += 86'400;
    return true;
  }
  return false;
}

// Outside work of an open order has begun, and less of it than the lead time is said to be left.
bool shorten_outside_rest(Plant& plant, Plan& plan) {
  for (Placement& placement : plan.placements) {
    const model::OpenProductionOrderId open = plan.production_orders[placement.order].open;
    if (!is_free(placement) || !open.valid() || !plant.operations[placement.operation].vendor.valid()) continue;
    model::OperationProgress begun;
    begun.operation = placement.operation;
    begun.status = model::WorkStatus::started;
    begun.start = plant.frame.instant(-1);
    plant.production_orders[open].progress.push_back(begun);
    placement.status = begun.status;
    placement.start = -1;
    --placement.run;
    return true;
  }
  return false;
}

// Two that were started go on on one machine at once.
bool double_started(Plant& plant, Plan& plan) {
  for (Placement& one : plan.placements) {
    if (one.status != model::WorkStatus::started || !one.unit.valid() || one.run == 0) continue;
    if (plant.work_units[one.unit].unlimited) continue;
    for (Placement& other : plan.placements) {
      if (!on_lane(plant, other) || other.unit != one.unit || other.run < one.run) continue;
      other.status = one.status;
      other.lane = one.lane;
      other.start = one.start;
      other.end = one.end;
      for (const plan::AssignmentId id : other.assignments) plan.assignments[id].start = 0;
      return true;
    }
  }
  return false;
}

bool await_clearance(Plant& plant, Plan& plan) {
  return change_placement(
      plan, [](const Placement& placement) { return placement.start != time::kNever; },
      [&](const Placement& placement) {
        model::Clearance clearance;
        clearance.id = "drawing";
        clearance.operation = placement.operation;
        clearance.expected = plant.frame.instant(placement.start + 1);
        plant.clearances.push_back(clearance);
      });
}

bool await_licence(Plant& plant, Plan& plan) {
  for (const plan::Delivery& delivery : plan.deliveries) {
    if (!delivery.planned()) continue;
    model::Clearance clearance;
    clearance.id = "licence";
    clearance.order = delivery.order;
    clearance.expected = plant.frame.instant(delivery.delivered + 1);
    plant.clearances.push_back(clearance);
    return true;
  }
  return false;
}

}  // namespace

std::vector<Mutation> floor_mutations() {
  return {{"floor-order", forget_order},    {"floor-order", resize_order},  {"floor-fact", move_started},
          {"floor-fact", move_done},        {"floor-fact", move_pinned},    {"floor-fact", invent_fact},
          {"started-rest", cut_rest},       {"started-rest", stretch_rest}, {"started-rest", shorten_outside_rest},
          {"unit-overlap", double_started}, {"clearance", await_clearance}, {"delivery", await_licence}};
}

}  // namespace kilter::properties
