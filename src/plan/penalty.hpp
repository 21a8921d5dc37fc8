// What lateness of a customer order costs.
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/fixed.hpp"
#include "model/plant.hpp"
#include "time/instant.hpp"

namespace kilter::plan {

// How much heavier lateness of a more urgent order weighs: 1, 3, 6, 10, ... for priorities 1 (and below), 2, 3, 4, ...
inline std::int64_t urgency(std::int32_t priority) {
  const std::int64_t step = std::clamp(priority, 1, 1000);
  return step * (step + 1) / 2;
}

// Per calendar day: the order's own penalty, else the policy's default times its urgency.
inline base::Money penalty_per_day(const model::Plant& plant, const model::CustomerOrder& order) {
  if (order.penalty_per_day.positive()) return order.penalty_per_day;
  return base::Money::minor(plant.policy.default_penalty_per_day.raw() * urgency(order.priority));
}

// For `late` seconds of the whole order, to the cent, half away from zero.
inline base::Money penalty(const model::Plant& plant, const model::CustomerOrder& order, time::Tick late) {
  return base::Money::minor(base::mul_div_round(penalty_per_day(plant, order).raw(), late, 86'400));
}

// For an order that may be shipped in parts: each part counts for its share of the order, for as long as it is late.
// `late` is the sum over the parts of quantity in millionths x seconds; to the cent, half away from zero.
inline base::Money penalty_in_parts(const model::Plant& plant, const model::CustomerOrder& order, base::Int128 late) {
  const base::Int128 day = static_cast<base::Int128>(order.quantity.raw()) * 86'400;
  const base::Int128 worth = static_cast<base::Int128>(penalty_per_day(plant, order).raw()) * late;
  return base::Money::minor(static_cast<std::int64_t>((worth + day / 2) / day));
}

}  // namespace kilter::plan
