#include "check/money/sharing.hpp"

#include <algorithm>
#include <utility>

namespace kilter::check {

model::OrderId order_behind(const Facts& facts, const plan::Peg& peg) {
  if (peg.demand == plan::DemandKind::order) return model::OrderId(peg.demand_index);
  if (peg.demand == plan::DemandKind::placement) return facts.order(plan::PlacementId(peg.demand_index)).for_order;
  return model::OrderId::none();
}

void put(Lines& lines, const plan::CostLine& line) {
  if (!line.amount.is_zero()) lines.push_back(line);
}

void share_out(base::Money total, const Weights& weights, plan::CostLine like, Lines& lines) {
  struct Part {
    model::OrderId order;
    std::int64_t cents = 0;
    base::Int128 remainder = 0;
  };
  base::Int128 sum = 0;
  for (const auto& [order, weight] : weights) sum += weight;
  std::vector<Part> parts;
  std::int64_t left = total.raw();
  for (const auto& [order, weight] : weights) {
    if (weight <= 0) continue;
    const base::Int128 product = weight * total.raw();
    parts.push_back({.order = order, .cents = static_cast<std::int64_t>(product / sum), .remainder = product % sum});
    left -= parts.back().cents;
  }
  if (parts.empty()) parts.push_back({.order = model::OrderId::none(), .cents = std::exchange(left, 0)});
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.remainder > b.remainder; });
  for (Part& part : parts) {
    if (left > 0) {
      ++part.cents;
      --left;
    }
    like.order = part.order;
    like.amount = base::Money::minor(part.cents);
    put(lines, like);
  }
}

}  // namespace kilter::check
