#include "codec/plan/figures.hpp"

#include <vector>

#include "plan/words.hpp"

namespace kilter::codec {
namespace {

// Calendar days with six decimals.
void days(std::int64_t seconds, JsonWriter& json) {
  json.decimal(base::mul_div_round(seconds, base::kMicro, 86'400), 6);
}

}  // namespace

std::vector<bool> blocked_orders(const model::Plant& plant, const kilter::plan::Plan& plan) {
  std::vector<bool> orders(plant.orders.size(), false);
  for (const kilter::plan::Readiness& ready : plan.readiness) {
    if (ready.full_kit != kilter::plan::kNever) continue;
    const auto& placement = plan.placements[ready.placement];
    const model::OrderId order = plan.production_orders[placement.order].for_order;
    if (order.valid()) orders[order.index()] = true;
  }
  return orders;
}

PlanFigures figures_of(const model::Plant& plant, const kilter::plan::Plan& plan) {
  PlanFigures figures;
  figures.orders = plan.deliveries.size();
  const std::vector<bool> stuck = blocked_orders(plant, plan);
  for (const kilter::plan::Delivery& delivery : plan.deliveries) {
    if (!delivery.planned()) ++figures.unplanned_orders;
    if (delivery.late() > 0) ++figures.late_orders;
    if (delivery.planned() && stuck[delivery.order.index()]) ++figures.blocked_orders;
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
