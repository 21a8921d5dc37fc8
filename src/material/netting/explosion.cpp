#include "material/netting/explosion.hpp"

#include <algorithm>
#include <tuple>

#include "material/netting/open_orders.hpp"

namespace kilter::material {
namespace {

using base::Quantity;

MaterialPlan carried_over(const model::Plant& plant, const Concessions& concessions) {
  MaterialPlan plan;
  carry_over(plant, concessions.orders_dropped, plan);
  return plan;
}

}  // namespace

Explosion::Explosion(const Network& network, const std::vector<std::uint32_t>& ranks, const Concessions& concessions)
    : network_(network),
      plant_(network.plant),
      ranks_(ranks),
      concessions_(concessions),
      clearances_(network.plant),
      plan_(carried_over(network.plant, concessions)),
      kept_(plan_, concessions.kept),
      lists_(network.node_count()),
      supplies_(network.plant, plan_, network.routes) {}

void Explosion::run() {
  want_orders();
  for (const model::ItemId item : network_.codes.order) {
    for (const model::SiteId site : base::ids_of(plant_.sites)) plan_node(item, site);
  }
}

void Explosion::want_orders() {
  for (const model::OrderId id : base::ids_of(plant_.orders)) {
    const model::CustomerOrder& order = plant_.orders[id];
    const Quantity quantity = order.quantity - concessions_.withheld[id];
    if (order.status != model::OrderStatus::firm || !quantity.positive()) continue;
    Requirement want;
    want.quantity = quantity;
    want.need = later(earlier(plant_.frame.tick(order.due()), plant_.policy.delivery_buffer.count()),
                      concessions_.lateness[id.index()]);
    want.rank = ranks_[id.index()];
    want.demand_index = id.index();
    want.order = id;
    want_order(want);
  }
}

// In two parts, where there is to be a first one.
void Explosion::want_order(const Requirement& whole) {
  const model::CustomerOrder& order = plant_.orders[whole.order];
  const NodeId node = network_.node(order.item, order.site);
  Requirement want = whole;
  const Quantity first =
      concessions_.first_part.empty() ? Quantity::zero() : concessions_.first_part[want.demand_index];
  if (first.positive() && first < whole.quantity) {
    want.quantity = first;
    lists_.add(node, want);
    want.quantity = whole.quantity - first;
    want.part = 1;
  }
  lists_.add(node, want);
}

void Explosion::measure_demand() {
  const Tick horizon = plant_.frame.tick(plant_.policy.horizon);
  for (const Requirement& want : wants_) {
    if (want.wanted() <= horizon) node_.demand += want.quantity;
  }
}

void Explosion::plan_node(model::ItemId item, model::SiteId site) {
  const NodeId id = network_.node(item, site);
  lists_.take(id, wants_);
  const std::span<Supply> supplies = supplies_.of(id);
  const bool keeps_safety = plant_.items[item].safety_stock.positive();
  if (wants_.empty() && supplies.empty() && !keeps_safety) return;
  node_ = {};
  node_.item = item;
  node_.site = site;
  node_.make = can_make(plant_, item, site) && !concessions_.bought_only[item.index()];
  node_.buy = can_buy(plant_, item, site);
  std::sort(wants_.begin(), wants_.end(), [](const Requirement& a, const Requirement& b) {
    return std::make_tuple(a.wanted(), a.rank, a.part, a.need, a.demand, a.demand_index, a.line) <
           std::make_tuple(b.wanted(), b.rank, b.part, b.need, b.demand, b.demand_index, b.line);
  });
  measure_demand();
  net(supplies);
  carry_open_orders(supplies);
  cover();
}

}  // namespace kilter::material
