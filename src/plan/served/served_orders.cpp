#include "plan/served/served_orders.hpp"

#include <algorithm>

#include "plan/served/apportion.hpp"

namespace kilter::plan {
namespace {

// Production orders with all that consume from them before them (Kahn 1962).
std::vector<ProductionOrderId> consumers_first(const Plan& plan, const PegIndex& pegs) {
  IndexedVector<ProductionOrderId, std::uint32_t> waiting(plan.production_orders.size(), 0);
  for (const Peg& peg : plan.pegs) {
    if (peg.supply == SupplyKind::production && peg.demand == DemandKind::placement) {
      ++waiting[ProductionOrderId(peg.supply_index)];
    }
  }
  std::vector<ProductionOrderId> order;
  order.reserve(plan.production_orders.size());
  for (const ProductionOrderId id : base::ids_of(plan.production_orders)) {
    if (waiting[id] == 0) order.push_back(id);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    for (const PlacementId placement : plan.production_orders[order[next]].placements) {
      for (const PegId id : pegs.into(placement)) {
        const Peg& peg = plan.pegs[id];
        if (peg.supply != SupplyKind::production) continue;
        if (--waiting[ProductionOrderId(peg.supply_index)] == 0) order.emplace_back(peg.supply_index);
      }
    }
  }
  return order;
}

}  // namespace

ServedOrders::ServedOrders(const Plan& plan, const PegIndex& pegs)
    : plan_(plan), ranges_(plan.production_orders.size()) {
  served_.reserve(plan.production_orders.size());
  for (const ProductionOrderId id : consumers_first(plan, pegs)) gather(id, pegs);
}

void ServedOrders::gather(ProductionOrderId order, const PegIndex& pegs) {
  Range& range = ranges_[order];
  range.begin = served_.size();
  std::int64_t rest = plan_.production_orders[order].good.raw();
  for (const PegId id : pegs.out_of(order)) {
    const Peg& peg = plan_.pegs[id];
    rest -= peg.quantity.raw();
    const auto parts = parts_of(peg);
    served_.insert(served_.end(), parts.begin(), parts.end());
  }
  if (rest > 0) served_.push_back({model::OrderId::none(), rest});
  range.end = served_.size();
  if (range.end - range.begin > 1) merge(range);
}

void ServedOrders::merge(Range& range) {
  const auto first = served_.begin() + static_cast<std::ptrdiff_t>(range.begin);
  std::stable_sort(first, served_.end(), [](const Served& a, const Served& b) { return a.order < b.order; });
  auto kept = first;
  for (auto next = first + 1; next != served_.end(); ++next) {
    if (next->order == kept->order) {
      kept->share += next->share;
    } else {
      *++kept = *next;
    }
  }
  served_.erase(kept + 1, served_.end());
  range.end = served_.size();
}

std::span<const Served> ServedOrders::parts_of(const Peg& peg) {
  parts_.clear();
  const std::int64_t quantity = peg.quantity.raw();
  std::span<const Served> behind;
  if (peg.demand == DemandKind::placement) behind = of(plan_.placements[PlacementId(peg.demand_index)].order);
  if (behind.size() <= 1) {
    model::OrderId order = peg.demand == DemandKind::order ? model::OrderId(peg.demand_index) : model::OrderId::none();
    if (!behind.empty()) order = behind.front().order;
    if (quantity > 0) parts_.push_back({order, quantity});
    return parts_;
  }
  weights_.clear();
  for (const Served& part : behind) weights_.push_back(part.share);
  apportion(quantity, weights_, amounts_);
  for (std::size_t i = 0; i < behind.size(); ++i) {
    if (amounts_[i] > 0) parts_.push_back({behind[i].order, amounts_[i]});
  }
  return parts_;
}

}  // namespace kilter::plan
