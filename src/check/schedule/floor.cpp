// What happened on the floor and what a person pinned stands in the plan as it is.
#include <string>
#include <vector>

#include "check/rules.hpp"

namespace kilter::check {
namespace {

void check_open_order(const Facts& facts, model::OpenProductionOrderId id, std::size_t times, Report& report) {
  const model::OpenProductionOrder& open = facts.plant.production_orders[id];
  const bool firm = open.status != model::SupplyStatus::planned;
  if (times == 1 || (times == 0 && !firm)) return;
  report.add("floor-order", [&] {
    return "open production order " + open.id + " (" + facts.names.item(open.item) + ") stands " +
           std::to_string(times) + " times in the plan";
  });
}

void check_same_order(const Facts& facts, plan::ProductionOrderId id, Report& report) {
  const plan::ProductionOrder& order = facts.plan.production_orders[id];
  const model::OpenProductionOrder& open = facts.plant.production_orders[order.open];
  if (order.item == open.item && order.site == open.site && order.quantity == open.quantity) return;
  report.add("floor-order", [&] {
    return facts.names.production_order(id) + " for " + text(order.quantity) + " stands on the floor as " +
           text(open.quantity) + " " + facts.names.item(open.item);
  });
}

// A pin in the past holds from now on.
Tick fact_start(const Facts& facts, const model::OperationProgress& fact) {
  const Tick start = facts.plant.frame.tick(fact.start);
  return fact.status == model::WorkStatus::pinned && start < 0 ? 0 : start;
}

bool agrees(const Facts& facts, const plan::Placement& placement, const model::OperationProgress* fact) {
  const model::WorkStatus status = fact == nullptr ? model::WorkStatus::waiting : fact->status;
  if (placement.status != status) return false;
  if (status == model::WorkStatus::waiting) return true;
  if (placement.unit != fact->unit || placement.start != fact_start(facts, *fact)) return false;
  if (status == model::WorkStatus::done) return !fact->end || placement.end == facts.plant.frame.tick(*fact->end);
  return status != model::WorkStatus::started || placement.end >= 0;
}

void check_fact(const Facts& facts, plan::PlacementId id, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  const model::OperationProgress* fact = facts.progress(id);
  if (agrees(facts, placement, fact)) return;
  report.add("floor-fact", [&] {
    std::string floor = "waiting";
    if (fact != nullptr && fact->status != model::WorkStatus::waiting) {
      floor = fact->unit.valid() ? facts.plant.work_units[fact->unit].id : "no unit";
      floor += " from " + facts.names.when(fact_start(facts, *fact));
    }
    return facts.names.placement(id) + " from " + facts.names.from_to(placement.start, placement.end) +
           " contradicts the floor: " + floor;
  });
}

}  // namespace

void check_floor(const Facts& facts, Report& report) {
  std::vector<std::size_t> times(facts.plant.production_orders.size(), 0);
  for (const plan::ProductionOrderId id : ids_of(facts.plan.production_orders)) {
    const plan::ProductionOrder& order = facts.plan.production_orders[id];
    if (order.open.valid()) {
      ++times[order.open.index()];
      check_same_order(facts, id, report);
    }
    for (const plan::PlacementId placement : order.placements) check_fact(facts, placement, report);
  }
  for (const model::OpenProductionOrderId id : ids_of(facts.plant.production_orders)) {
    check_open_order(facts, id, times[id.index()], report);
  }
}

}  // namespace kilter::check
