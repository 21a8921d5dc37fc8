#include "money/lines/holding_lines.hpp"

#include <algorithm>

#include "money/lines/order_shares.hpp"
#include "plan/clearances/order_clearances.hpp"

namespace kilter::money {
namespace {

using base::Int128;
using base::Money;
using base::Quantity;
using plan::CostLine;
using time::kNever;
using time::Tick;

constexpr std::int64_t kYear = std::int64_t{365} * 86'400;

// One supply of the plan as holding sees it.
struct Held {
  model::ItemId item;
  Quantity good;
  Tick from = kNever;
};

class HoldingWriter {
 public:
  HoldingWriter(const model::Plant& plant, const Pegged& pegged, std::vector<CostLine>& lines)
      : plant_(plant),
        plan_(pegged.plan),
        served_(pegged.served),
        lines_(lines),
        horizon_(plant.frame.tick(plant.policy.horizon)),
        clearances_(plant) {
    until_.assign(plant.orders.size(), horizon_);
    for (const plan::Delivery& delivery : plan_.deliveries) {
      until_[delivery.order] = std::max(delivery.planned() ? delivery.delivered : horizon_, delivery.due);
    }
  }

  void write(const Held& held, std::span<const plan::PegId> pegs, CostLine like) {
    if (held.from == kNever || plant_.items[held.item].cost.is_zero()) return;
    shares_.clear();
    total_ = 0;
    Quantity rest = held.good;
    for (const plan::PegId id : pegs) {
      const plan::Peg& peg = plan_.pegs[id];
      const Tick seconds = used_at(peg, held.from) - held.from;
      served_.share(peg, [&](model::OrderId order, std::int64_t share) { add(order, share, seconds); });
      rest -= peg.quantity;
    }
    add(model::OrderId::none(), rest.raw(), horizon_ - held.from);
    const Money amount = cost(plant_.items[held.item]);
    if (amount.is_zero()) return;
    like.kind = plan::CostKind::holding;
    like.at = held.from;
    shares_.write(amount, like, lines_);
  }

 private:
  void add(model::OrderId order, std::int64_t quantity, Tick seconds) {
    if (quantity <= 0 || seconds <= 0) return;
    const Int128 weight = static_cast<Int128>(quantity) * seconds;
    total_ += weight;
    shares_.add(order, weight);
  }
  [[nodiscard]] Tick used_at(const plan::Peg& peg, Tick from) const {
    switch (peg.demand) {
      case plan::DemandKind::order: {
        const model::OrderId id(peg.demand_index);
        const model::CustomerOrder& order = plant_.orders[id];
        return order.partial ? std::max({from, plant_.frame.tick(order.due()), clearances_.expected(id)}) : until_[id];
      }
      case plan::DemandKind::placement: {
        const Tick start = plan_.placements[plan::PlacementId(peg.demand_index)].start;
        return start == kNever ? horizon_ : start;
      }
      case plan::DemandKind::safety_stock:
        break;
    }
    return horizon_;
  }
  // total_ is in millionths of a unit x seconds.
  [[nodiscard]] Money cost(const model::Item& item) const {
    const Int128 unit_seconds = (total_ + base::kMicro / 2) / base::kMicro;
    const Int128 yearly = static_cast<Int128>(item.cost.raw()) * plant_.policy.holding_per_year.raw();
    const Int128 divisor = static_cast<Int128>(kYear) * base::kMicro * (base::kMicro / 100);
    return Money::minor(static_cast<std::int64_t>((yearly * unit_seconds + divisor / 2) / divisor));
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  plan::ServedOrders& served_;
  std::vector<CostLine>& lines_;
  Tick horizon_;
  plan::OrderClearances clearances_;
  base::IndexedVector<model::OrderId, Tick> until_;
  OrderShares shares_;
  Int128 total_ = 0;
};

}  // namespace

void write_holding(const model::Plant& plant, const Pegged& pegged, std::vector<CostLine>& lines) {
  if (plant.policy.holding_per_year.is_zero()) return;
  const plan::Plan& plan = pegged.plan;
  HoldingWriter writer(plant, pegged, lines);
  for (const plan::PurchaseId id : base::ids_of(plan.purchases)) {
    const plan::Purchase& purchase = plan.purchases[id];
    writer.write({purchase.item, purchase.good, purchase.receipt_at}, pegged.pegs.out_of(id),
                 {.ref = plan::CostRef::purchase, .index = id.index()});
  }
  for (const plan::ProductionOrderId id : base::ids_of(plan.production_orders)) {
    const plan::ProductionOrder& order = plan.production_orders[id];
    writer.write({order.item, order.good, order.end}, pegged.pegs.out_of(id),
                 {.ref = plan::CostRef::production_order, .index = id.index()});
  }
}

}  // namespace kilter::money
