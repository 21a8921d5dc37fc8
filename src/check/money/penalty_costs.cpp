#include <algorithm>

#include "check/facts/supply.hpp"
#include "check/money/expected_lines.hpp"
#include "check/money/sharing.hpp"

namespace kilter::check {
namespace {

// Its own, or the plant's default times its urgency: 1, 3, 6, 10, ... for priorities 1 and below, 2, 3, 4, ...
std::int64_t cents_per_day(const model::Plant& plant, const model::CustomerOrder& order) {
  if (order.penalty_per_day.positive()) return order.penalty_per_day.raw();
  std::int64_t urgency = 1;
  for (std::int64_t step = 2; step <= std::min<std::int64_t>(order.priority, 1000); ++step) urgency += step;
  return plant.policy.default_penalty_per_day.raw() * urgency;
}

// In millionths of a unit x seconds that an order waits for its units after the due date, those that never come until
// the horizon. Unit by unit where partial shipment is allowed, else each as long as the last.
base::Int128 unit_seconds_late(const Facts& facts, const plan::Delivery& delivery, std::int64_t until) {
  const model::CustomerOrder& order = facts.plant.orders[delivery.order];
  const auto overdue = [&](std::int64_t at) { return at > delivery.due ? at - delivery.due : 0; };
  if (!order.partial) return base::Int128(order.quantity.raw()) * overdue(until);
  const std::int64_t horizon = facts.plant.frame.tick(facts.plant.policy.horizon);
  const Tick cleared = facts.cleared_from(delivery.order);
  base::Int128 waited = base::Int128(order.quantity.raw()) * overdue(horizon);
  for (const plan::PegId id : facts.supplied_to(plan::DemandKind::order, delivery.order.index())) {
    const Tick there = supply_of(facts, facts.plan.pegs[id]).available;
    if (there == time::kNever) continue;
    waited += base::Int128(facts.plan.pegs[id].quantity.raw()) * (overdue(std::max(there, cleared)) - overdue(horizon));
  }
  return waited;
}

}  // namespace

void expect_penalties(const Facts& facts, Lines& lines) {
  const Tick horizon = facts.plant.frame.tick(facts.plant.policy.horizon);
  for (std::size_t i = 0; i < facts.plan.deliveries.size(); ++i) {
    const plan::Delivery& delivery = facts.plan.deliveries[i];
    plan::CostLine line;
    line.kind = plan::CostKind::penalty;
    line.ref = plan::CostRef::delivery;
    line.index = static_cast<std::uint32_t>(i);
    line.order = delivery.order;
    line.at = delivery.delivered == time::kNever ? horizon : delivery.delivered;
    const model::CustomerOrder& order = facts.plant.orders[delivery.order];
    const base::Int128 late = unit_seconds_late(facts, delivery, line.at);
    if (late <= 0) continue;
    const base::Int128 day = base::Int128(order.quantity.raw()) * 86'400;
    const base::Int128 doubled = 2 * base::Int128(cents_per_day(facts.plant, order)) * late + day;
    line.amount = base::Money::minor(static_cast<std::int64_t>(doubled / (2 * day)));
    put(lines, line);
  }
}

}  // namespace kilter::check
