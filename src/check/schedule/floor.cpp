// What happened on the floor and what a person pinned stands in the plan as it is.
#include <algorithm>
#include <string>
#include <vector>

#include "check/facts/content.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

// Left out because a component cannot be had, and said so.
bool told_left_out(const Facts& facts, const model::OpenProductionOrder& open) {
  for (const base::Issue& issue : facts.plan.assumptions) {
    const bool about = issue.message.find(" " + open.id + " ") != std::string::npos;
    if (issue.code == "production-order-left-out" && about) return true;
  }
  return false;
}

void check_open_order(const Facts& facts, model::OpenProductionOrderId id, std::size_t times, Report& report) {
  const model::OpenProductionOrder& open = facts.plant.production_orders[id];
  const bool firm = open.status != model::SupplyStatus::planned;
  if (times == 1 || (times == 0 && (!firm || told_left_out(facts, open)))) return;
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

// A pin that cannot hold was given up, and said so.
bool told_unpinned(const Facts& facts, const plan::Placement& placement) {
  const model::OpenProductionOrder& open =
      facts.plant.production_orders[facts.plan.production_orders[placement.order].open];
  const std::string about =
      "Operation " + facts.plant.operations[placement.operation].id + " of production order " + open.id + " ";
  for (const base::Issue& issue : facts.plan.assumptions) {
    if (issue.code == "pin-given-up" && issue.message.rfind(about, 0) == 0) return true;
  }
  return false;
}

bool agrees(const Facts& facts, const plan::Placement& placement, const model::OperationProgress* fact) {
  const model::WorkStatus status = fact == nullptr ? model::WorkStatus::waiting : fact->status;
  const bool was_pinned = status == model::WorkStatus::pinned && placement.status == model::WorkStatus::waiting;
  if (was_pinned) return told_unpinned(facts, placement);
  if (placement.status != status) return false;
  if (status == model::WorkStatus::waiting) return true;
  if (placement.unit != fact->unit || placement.start != fact_start(facts, *fact)) return false;
  if (status == model::WorkStatus::done) return placement.end == (fact->end ? facts.plant.frame.tick(*fact->end) : 0);
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

// All who go on with it, persons and tools, do so from the same moment.
bool together(const Facts& facts, const plan::Placement& placement) {
  bool same = true;
  for (const plan::AssignmentId id : placement.assignments) {
    same = same && facts.plan.assignments[id].start == facts.plan.assignments[placement.assignments.first()].start;
  }
  return same;
}

// Nobody reports on work at a vendor's, or on what goes on by itself: it has gone on since it began.
std::int64_t work_left(const Facts& facts, plan::PlacementId id, const model::OperationProgress& fact) {
  const model::Operation& operation = facts.operation(id);
  const Tick begun = std::min<Tick>(0, facts.plant.frame.tick(fact.start));
  if (operation.vendor.valid()) {
    const std::int64_t passed = total(clipped(facts.open.vendor(operation.vendor), begun, 0));
    return std::max<std::int64_t>(0, operation.outside_lead_time.count() - passed);
  }
  const std::int64_t left =
      remaining_seconds(facts.plant, fact, quantity_at(facts.plant, facts.order(id), fact.operation));
  const bool tended = !operation.units.empty() || !operation.skills.empty() || !operation.tools.empty();
  return tended ? left : std::max<std::int64_t>(0, left + begun);
}

// Started work goes on from now, or from when its people, its tools or the machine are free: exactly what is left of
// it, in working time.
void check_rest(const Facts& facts, plan::PlacementId id, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  const model::OperationProgress* fact = facts.progress(id);
  if (placement.status != model::WorkStatus::started || fact == nullptr || unplaced(placement)) return;
  const std::int64_t left = work_left(facts, id, *fact);
  const std::int64_t work = left + placement.setup;  // see check_lanes
  Tick from = facts.resumed(id);
  if (placement.assignments.empty() && !facts.interrupted(id, from)) from = 0;
  const Intervals hours = facts.effective(id, from, placement.end);
  const bool ends_open = work > 0
                             ? !hours.empty() && hours.back().close == placement.end
                             : placement.end == from || !facts.effective(id, placement.end, placement.end + 1).empty();
  const bool exact = placement.run == left && total(hours) == work;
  if (exact && ends_open && together(facts, placement)) return;
  report.add("started-rest", [&] {
    return facts.names.placement(id) + " has " + text(std::chrono::seconds(left)) +
           " of work left; the plan gives it " + text(std::chrono::seconds(placement.run)) + " and lets it last from " +
           facts.names.from_to(from, placement.end) + ", with " + text(std::chrono::seconds(total(hours))) +
           " of working time";
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
    for (const plan::PlacementId placement : order.placements) {
      check_fact(facts, placement, report);
      check_rest(facts, placement, report);
    }
  }
  for (const model::OpenProductionOrderId id : ids_of(facts.plant.production_orders)) {
    check_open_order(facts, id, times[id.index()], report);
  }
}

}  // namespace kilter::check
