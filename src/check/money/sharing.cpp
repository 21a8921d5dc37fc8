#include "check/money/sharing.hpp"

#include <algorithm>
#include <vector>

namespace kilter::check {

model::OrderId order_behind(const Facts& facts, const plan::Peg& peg) {
  if (peg.demand == plan::DemandKind::order) return model::OrderId(peg.demand_index);
  if (peg.demand != plan::DemandKind::placement) return model::OrderId::none();
  const plan::ProductionOrderId consumer = facts.plan.placements[plan::PlacementId(peg.demand_index)].order;
  const bool wanted = !facts.supplied_by(plan::SupplyKind::production, consumer.index()).empty();
  return wanted ? facts.plan.production_orders[consumer].for_order : model::OrderId::none();
}

void put(Lines& lines, const plan::CostLine& line) {
  if (!line.amount.is_zero()) lines.push_back(line);
}

Weights in_proportion(std::int64_t total, const Weights& weights) {
  struct Part {
    model::OrderId order;
    base::Int128 whole = 0;
    base::Int128 remainder = 0;
  };
  base::Int128 sum = 0;
  for (const auto& [order, weight] : weights) sum += weight;
  if (sum <= 0) return {};
  std::vector<Part> parts;
  base::Int128 left = total;
  for (const auto& [order, weight] : weights) {
    if (weight <= 0) continue;
    const base::Int128 product = weight * total;
    parts.push_back({.order = order, .whole = product / sum, .remainder = product % sum});
    left -= parts.back().whole;
  }
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.remainder > b.remainder; });
  Weights result;
  for (const Part& part : parts) {
    const base::Int128 one = left > 0 ? 1 : 0;
    left -= one;
    if (part.whole + one > 0) result[part.order] = part.whole + one;
  }
  return result;
}

void share_out(base::Money total, const Weights& weights, plan::CostLine like, Lines& lines) {
  if (total.is_zero()) return;
  Weights cents = in_proportion(total.raw(), weights);
  if (cents.empty()) cents[model::OrderId::none()] = total.raw();
  for (const auto& [order, amount] : cents) {
    like.order = order;
    like.amount = base::Money::minor(static_cast<std::int64_t>(amount));
    put(lines, like);
  }
}

}  // namespace kilter::check
