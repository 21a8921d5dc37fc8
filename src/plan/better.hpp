// Which of two plans is better.
#pragma once

#include <algorithm>
#include <map>

#include "plan/penalty.hpp"
#include "plan/plan.hpp"

namespace kilter::plan {

// What the orders weigh that the plan does not plan whole: the penalty per day of each, at least a cent; of one that
// may be shipped in parts, of the part that is missing.
[[nodiscard]] inline Money left_out_per_day(const model::Plant& plant, const Plan& plan) {
  std::map<model::OrderId, Quantity> missing;
  for (const Unplanned& gone : plan.unplanned) missing[gone.order] += gone.quantity;
  Money sum;
  for (const auto& [id, quantity] : missing) {
    const model::CustomerOrder& order = plant.orders[id];
    const std::int64_t whole = std::max<std::int64_t>(1, penalty_per_day(plant, order).raw());
    const Quantity part = order.partial ? std::min(quantity, order.quantity) : order.quantity;
    sum += Money::minor(base::mul_div_ceil(whole, part.raw(), order.quantity.raw()));
  }
  return sum;
}

// Hard parts first: what keeps the rules and is planned whole is never given up for money. An order left out counts as
// late until the horizon only, one delivered beyond it for longer; what is left out, by its urgency, is compared before
// either.
[[nodiscard]] inline bool better(const model::Plant& plant, const Plan& a, const Plan& b) {
  if (a.objective.violations != b.objective.violations) return a.objective.violations < b.objective.violations;
  const Money left_a = left_out_per_day(plant, a);
  const Money left_b = left_out_per_day(plant, b);
  return left_a != left_b ? left_a < left_b : a.objective.total() < b.objective.total();
}

}  // namespace kilter::plan
