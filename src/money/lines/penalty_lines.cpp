#include "money/lines/penalty_lines.hpp"

#include <algorithm>

#include "money/lines/line_sink.hpp"
#include "plan/clearances/order_clearances.hpp"
#include "plan/penalty.hpp"
#include "plan/served/supplied_at.hpp"

namespace kilter::money {
namespace {

using base::Int128;
using time::Tick;

// Part by part, none before the order is cleared; what is not planned, or not placed, is missing until the horizon.
base::Money penalty_of_parts(const model::Plant& plant, const plan::Plan& plan, const plan::PegIndex& pegs,
                             const plan::Delivery& delivery, Tick cleared) {
  const model::CustomerOrder& order = plant.orders[delivery.order];
  const Tick horizon = plant.frame.tick(plant.policy.horizon);
  base::Quantity missing = order.quantity;
  Int128 late = 0;
  for (const plan::PegId id : pegs.into(delivery.order)) {
    const plan::Peg& peg = plan.pegs[id];
    const Tick there = plan::supplied_at(plant, plan, peg);
    const Tick at = there == time::kNever ? horizon : std::max(there, cleared);
    late += Int128{peg.quantity.raw()} * std::max<std::int64_t>(0, std::int64_t{at} - delivery.due);
    missing -= peg.quantity;
  }
  late += Int128{missing.raw()} * std::max<std::int64_t>(0, std::int64_t{horizon} - delivery.due);
  return plan::penalty_in_parts(plant, order, late);
}

}  // namespace

void write_penalties(const model::Plant& plant, const plan::Plan& plan, const plan::PegIndex& pegs,
                     std::vector<plan::CostLine>& lines) {
  LineSink sink(lines);
  const plan::OrderClearances clearances(plant);
  const time::Tick horizon = plant.frame.tick(plant.policy.horizon);
  for (std::size_t i = 0; i < plan.deliveries.size(); ++i) {
    const plan::Delivery& delivery = plan.deliveries[i];
    const time::Tick at = delivery.planned() ? delivery.delivered : horizon;
    const time::Tick late = std::max<time::Tick>(0, at - delivery.due);
    const model::CustomerOrder& order = plant.orders[delivery.order];
    sink.add({.kind = plan::CostKind::penalty,
              .ref = plan::CostRef::delivery,
              .index = static_cast<std::uint32_t>(i),
              .order = delivery.order,
              .at = at,
              .amount = order.partial
                            ? penalty_of_parts(plant, plan, pegs, delivery, clearances.expected(delivery.order))
                            : plan::penalty(plant, order, late)});
  }
}

}  // namespace kilter::money
