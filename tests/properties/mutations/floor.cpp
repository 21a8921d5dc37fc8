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

}  // namespace

std::vector<Mutation> floor_mutations() {
  return {{"floor-order", forget_order}, {"floor-order", resize_order}, {"floor-fact", move_started},
          {"floor-fact", move_done},     {"floor-fact", move_pinned},   {"floor-fact", invent_fact},
          {"started-rest", cut_rest}};
}

}  // namespace kilter::properties
