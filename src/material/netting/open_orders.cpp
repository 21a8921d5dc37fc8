#include "material/netting/open_orders.hpp"

#include <algorithm>

#include "material/netting/requirement_lists.hpp"
#include "plan/work_content.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using model::OperationProgress;
using model::WorkStatus;

// Needs neither machine nor anybody: cures, dries, waits.
bool goes_on_by_itself(const model::Operation& operation) {
  return operation.units.empty() && !operation.vendor.valid() && operation.skills.empty() && operation.tools.empty();
}

// Working seconds that the vendor has had since the work was sent.
Tick vendor_time(const model::Plant& plant, model::VendorId vendor, Tick sent) {
  const model::CalendarId calendar = plant.vendors[vendor].calendar;
  if (sent >= 0) return 0;
  return calendar.valid() ? plant.calendars[calendar].regular.work_between(sent, 0) : -sent;
}

Tick run_of_units_left(const model::Plant& plant, Quantity started, const OperationProgress& step) {
  const model::Operation& operation = plant.operations[step.operation];
  model::UnitChoice choice;
  for (const model::UnitChoice& candidate : operation.units) {
    if (candidate.unit == step.unit) choice = candidate;
  }
  if (!choice.unit.valid()) choice.unit = step.unit;
  const Quantity units = plan::quantity_at(plant, started, step.operation);
  const Tick whole = plan::run_seconds(plant, step.operation, choice, units);
  if (!step.done.positive()) return whole;
  const Quantity worked = std::min(units, step.done.divided_ceil(operation.yield));
  return whole - plan::run_seconds(plant, step.operation, choice, worked);
}

// Working seconds that are left of a started operation: of the units not done yet, without setup; the fixed part is
// spent as soon as something is done. What goes on by itself, and what is at a vendor's, has gone on since it began.
Tick remaining_run(const model::Plant& plant, Quantity started, const OperationProgress& step) {
  const model::Operation& operation = plant.operations[step.operation];
  const Tick begun = plant.frame.tick(step.start);
  if (operation.vendor.valid()) {
    const auto lead_time =
        static_cast<Tick>(std::min<std::int64_t>(operation.outside_lead_time.count(), time::kNever - 1));
    return std::max<Tick>(0, lead_time - vendor_time(plant, operation.vendor, begun));
  }
  const Tick left = run_of_units_left(plant, started, step);
  return goes_on_by_itself(operation) ? std::max<Tick>(0, left + std::min<Tick>(0, begun)) : left;
}

void apply(const model::Plant& plant, Quantity started, const OperationProgress& step, plan::Placement& placement) {
  placement.status = step.status;
  if (step.status == WorkStatus::waiting) return;
  placement.unit = step.unit;
  placement.start = plant.frame.tick(step.start);
  if (step.status == WorkStatus::done) placement.end = plant.frame.tick(step.end.value_or(plant.policy.origin));
  if (step.status == WorkStatus::started) placement.run = remaining_run(plant, started, step);
}

}  // namespace

void carry_over(const model::Plant& plant, const Concessions::GivenUp& dropped, MaterialPlan& plan) {
  for (const model::OpenProductionOrderId id : base::ids_of(plant.production_orders)) {
    const model::OpenProductionOrder& open = plant.production_orders[id];
    if (open.status == model::SupplyStatus::planned || dropped[id.index()]) continue;
    const plan::ProductionOrderId order = plan.production_orders.next_id();
    const plan::PlacementId first = plan.placements.next_id();
    for (const model::OperationId operation : plant.items[open.item].operations) {
      plan::Placement placement;
      placement.order = order;
      placement.operation = operation;
      for (const OperationProgress& step : open.progress) {
        if (step.operation == operation) apply(plant, open.quantity, step, placement);
      }
      plan.placements.push_back(placement);
    }
    plan::ProductionOrder kept;
    kept.item = open.item;
    kept.site = open.site;
    kept.quantity = open.quantity;
    kept.good = plan::good_of(plant, open.item, open.quantity);
    kept.open = id;
    kept.for_order = open.for_order;
    kept.rank = kStockRank;
    kept.need = plant.frame.tick(open.due);
    kept.placements = {first, plan.placements.next_id()};
    plan.production_orders.push_back(kept);
  }
}

plan::PlacementId consumer(const model::Plant& plant, const plan::ProductionOrder& order, const model::BomLine& line) {
  const std::uint32_t first = (*plant.items[order.item].operations.begin()).index();
  const std::uint32_t offset = line.operation.valid() ? line.operation.index() - first : 0;
  return plan::PlacementId((*order.placements.begin()).index() + offset);
}

bool consumed(const model::Plant& plant, const MaterialPlan& plan, const plan::ProductionOrder& order,
              const model::BomLine& line) {
  if (!order.open.valid()) return false;
  const WorkStatus status = plan.placements[consumer(plant, order, line)].status;
  return status == WorkStatus::started || status == WorkStatus::done;
}

}  // namespace kilter::material
