#include "codec/plan/figures.hpp"

#include <utility>
#include <vector>

#include "plan/clearances/order_clearances.hpp"
#include "plan/peg_index.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

// Calendar days with six decimals.
void days(std::int64_t seconds, JsonWriter& json) {
  json.decimal(base::mul_div_round(seconds, base::kMicro, 86'400), 6);
}

// Marks the customer orders that production orders are for, or end up in.
void stop_downstream(const model::Plant& plant, const kilter::plan::Plan& plan,
                     std::vector<kilter::plan::ProductionOrderId> stopped, std::vector<bool>& orders) {
  using kilter::plan::DemandKind;
  const kilter::plan::PegIndex pegs(plant, plan);
  std::vector<bool> seen(plan.production_orders.size(), false);
  while (!stopped.empty()) {
    const kilter::plan::ProductionOrderId next = stopped.back();
    stopped.pop_back();
    if (seen[next.index()]) continue;
    seen[next.index()] = true;
    const model::OrderId order = plan.production_orders[next].for_order;
    if (order.valid()) orders[order.index()] = true;
    for (const kilter::plan::PegId id : pegs.out_of(next)) {
      const kilter::plan::Peg& peg = plan.pegs[id];
      if (peg.demand == DemandKind::order) orders[peg.demand_index] = true;
      if (peg.demand == DemandKind::placement) {
        stopped.push_back(plan.placements[kilter::plan::PlacementId(peg.demand_index)].order);
      }
    }
  }
}

}  // namespace

std::vector<bool> blocked_orders(const model::Plant& plant, const kilter::plan::Plan& plan) {
  std::vector<bool> orders(plant.orders.size(), false);
  const kilter::plan::OrderClearances clearances(plant);
  for (const model::OrderId id : base::ids_of(plant.orders)) orders[id.index()] = clearances.blocked(id);
  std::vector<kilter::plan::ProductionOrderId> stopped;
  for (const kilter::plan::Readiness& ready : plan.readiness) {
    if (ready.full_kit == kilter::plan::kNever) stopped.push_back(plan.placements[ready.placement].order);
  }
  if (!stopped.empty()) stop_downstream(plant, plan, std::move(stopped), orders);
  return orders;
}

PlanFigures figures_of(const model::Plant& plant, const kilter::plan::Plan& plan) {
  PlanFigures figures;
  figures.orders = plan.deliveries.size();
  const std::vector<bool> stuck = blocked_orders(plant, plan);
  for (const kilter::plan::Delivery& delivery : plan.deliveries) {
    if (!delivery.planned()) ++figures.unplanned_orders;
    if (delivery.late() > 0) ++figures.late_orders;
    const bool blocked = delivery.planned() && stuck[delivery.order.index()];
    if (blocked) ++figures.blocked_orders;
    if (delivery.planned() && !blocked && delivery.late() == 0) ++figures.on_time_orders;
    figures.tardiness += delivery.late();
    figures.tardiness_by_priority[plant.orders[delivery.order].priority] += delivery.late();
  }
  return figures;
}

void figures_members(const model::Plant& plant, const kilter::plan::Plan& plan, JsonWriter& json) {
  const PlanFigures figures = figures_of(plant, plan);
  const auto count = [&](std::string_view name, std::size_t value) {
    json.key(name).integer(static_cast<std::int64_t>(value));
  };
  count("orders", figures.orders);
  count("on_time_orders", figures.on_time_orders);
  count("late_orders", figures.late_orders);
  count("unplanned_orders", figures.unplanned_orders);
  count("blocked_orders", figures.blocked_orders);
  days(figures.tardiness, json.key("tardiness_days"));
  json.key("tardiness_days_by_priority").begin_object();
  for (const auto& [priority, seconds] : figures.tardiness_by_priority)
    days(seconds, json.key(std::to_string(priority)));
  json.end_object();
  count("production_orders", plan.production_orders.size());
  count("operations", plan.placements.size());
  count("purchases", plan.purchases.size());
}

void objective_member(const kilter::plan::Objective& objective, JsonWriter& json) {
  json.key("objective").begin_object();
  json.key("total").decimal(objective.total().raw(), 2);
  json.key("parts").begin_object();
  for (std::size_t kind = 0; kind < kilter::plan::kCostKindCount; ++kind) {
    json.key(kilter::plan::word(static_cast<kilter::plan::CostKind>(kind))).decimal(objective.parts[kind].raw(), 2);
  }
  json.end_object();
  json.end_object();
}

}  // namespace kilter::codec
