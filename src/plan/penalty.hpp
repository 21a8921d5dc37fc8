// What lateness of a customer order costs.
#pragma once

#include <algorithm>

#include "base/fixed.hpp"
#include "model/plant.hpp"
#include "time/instant.hpp"

namespace kilter::plan {

// Per calendar day: the order's own penalty, else the policy's default times max(priority, 1).
inline base::Money penalty_per_day(const model::Plant& plant, const model::CustomerOrder& order) {
  if (order.penalty_per_day.positive()) return order.penalty_per_day;
  return base::Money::minor(plant.policy.default_penalty_per_day.raw() * std::max(order.priority, 1));
}

// For `late` seconds, to the cent, half away from zero.
inline base::Money penalty(const model::Plant& plant, const model::CustomerOrder& order, time::Tick late) {
  return base::Money::minor(base::mul_div_round(penalty_per_day(plant, order).raw(), late, 86'400));
}

}  // namespace kilter::plan
