#include "money/lines/penalty_lines.hpp"

#include <algorithm>

#include "money/lines/line_sink.hpp"
#include "plan/penalty.hpp"

namespace kilter::money {

void write_penalties(const model::Plant& plant, const plan::Plan& plan, std::vector<plan::CostLine>& lines) {
  LineSink sink(lines);
  const time::Tick horizon = plant.frame.tick(plant.policy.horizon);
  for (std::size_t i = 0; i < plan.deliveries.size(); ++i) {
    const plan::Delivery& delivery = plan.deliveries[i];
    const time::Tick at = delivery.planned() ? delivery.delivered : horizon;
    const time::Tick late = std::max<time::Tick>(0, at - delivery.due);
    sink.add({.kind = plan::CostKind::penalty,
              .ref = plan::CostRef::delivery,
              .index = static_cast<std::uint32_t>(i),
              .order = delivery.order,
              .at = at,
              .amount = plan::penalty(plant, plant.orders[delivery.order], late)});
  }
}

}  // namespace kilter::money
