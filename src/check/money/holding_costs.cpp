// Stock that the plan itself makes or buys ties up money from the day it is there until it is used:
//
//   receipt                 start of the work that uses it       (customer order: whole and due;
//     |--------- held ---------|                                 in parts: due)
#include <algorithm>

#include "check/facts/supply.hpp"
#include "check/money/behind.hpp"
#include "check/money/expected_lines.hpp"
#include "check/money/sharing.hpp"

namespace kilter::check {
namespace {

class Holding {
 public:
  Holding(const Facts& facts, Behind& behind, Lines& lines)
      : facts_(facts),
        behind_(behind),
        lines_(lines),
        horizon_(facts.plant.frame.tick(facts.plant.policy.horizon)),
        until_(facts.plant.orders.size(), horizon_) {
    for (const plan::Delivery& delivery : facts.plan.deliveries) {
      const Tick delivered = delivery.delivered == time::kNever ? horizon_ : delivery.delivered;
      until_[delivery.order] = std::max(delivered, delivery.due);
    }
  }

  void add(plan::SupplyKind kind, std::uint32_t index) {
    const Supply supply = supply_of(facts_, kind, index);
    const bool purchase = kind == plan::SupplyKind::purchase;
    const Tick from = purchase ? supply.available : facts_.plan.production_orders[plan::ProductionOrderId(index)].end;
    if (from == time::kNever) return;
    Weights weights;
    base::Quantity rest = supply.usable;
    for (const plan::PegId id : facts_.supplied_by(kind, index)) {
      const plan::Peg& peg = facts_.plan.pegs[id];
      const std::int64_t seconds = std::int64_t{used_at(peg, from)} - from;
      for (const auto& [order, units] : behind_.of(peg)) weigh(weights, order, units, seconds);
      rest -= peg.quantity;
    }
    weigh(weights, model::OrderId::none(), rest.raw(), std::int64_t{horizon_} - from);
    plan::CostLine line;
    line.kind = plan::CostKind::holding;
    line.ref = purchase ? plan::CostRef::purchase : plan::CostRef::production_order;
    line.index = index;
    line.at = from;
    share_out(cost(facts_.plant.items[supply.item], weights), weights, line, lines_);
  }

 private:
  static void weigh(Weights& weights, model::OrderId order, base::Int128 units, std::int64_t seconds) {
    if (units > 0 && seconds > 0) weights[order] += units * seconds;
  }

  [[nodiscard]] Tick used_at(const plan::Peg& peg, Tick there) const {
    if (peg.demand == plan::DemandKind::order) {
      const model::CustomerOrder& order = facts_.plant.orders[model::OrderId(peg.demand_index)];
      const Tick due = facts_.plant.frame.tick(order.due());
      const Tick cleared = facts_.cleared_from(model::OrderId(peg.demand_index));
      if (order.partial) return std::max({there, due, cleared});
      return until_[model::OrderId(peg.demand_index)];
    }
    if (peg.demand == plan::DemandKind::safety_stock) return horizon_;
    return std::min(horizon_ == time::kNever ? time::kNever : taken_at(facts_, peg), time::kNever - 1);
  }

  [[nodiscard]] base::Money cost(const model::Item& item, const Weights& weights) const {
    base::Int128 held = 0;
    for (const auto& [order, weight] : weights) held += weight;
    const base::Int128 unit_seconds = (held + base::kMicro / 2) / base::kMicro;
    const base::Int128 yearly = base::Int128(item.cost.raw()) * facts_.plant.policy.holding_per_year.raw();
    constexpr base::Int128 kPerCent = base::Int128(365) * 86'400 * base::kMicro * 10'000;
    return base::Money::minor(static_cast<std::int64_t>((yearly * unit_seconds + kPerCent / 2) / kPerCent));
  }

  const Facts& facts_;
  Behind& behind_;
  Lines& lines_;
  Tick horizon_;
  base::IndexedVector<model::OrderId, Tick> until_;
};

}  // namespace

void expect_holding(const Facts& facts, Behind& behind, Lines& lines) {
  if (!facts.plant.policy.holding_per_year.positive()) return;
  Holding holding(facts, behind, lines);
  for (const plan::PurchaseId id : ids_of(facts.plan.purchases)) holding.add(plan::SupplyKind::purchase, id.index());
  for (const plan::ProductionOrderId id : ids_of(facts.plan.production_orders)) {
    holding.add(plan::SupplyKind::production, id.index());
  }
}

}  // namespace kilter::check
