#include <algorithm>

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
    const std::int64_t late = std::int64_t{line.at} - delivery.due;
    if (late <= 0) continue;
    const base::Int128 worth = base::Int128(cents_per_day(facts.plant, facts.plant.orders[delivery.order])) * late;
    line.amount = base::Money::minor(static_cast<std::int64_t>((worth + 43'200) / 86'400));
    put(lines, line);
  }
}

}  // namespace kilter::check
