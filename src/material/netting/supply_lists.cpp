#include "material/netting/supply_lists.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace kilter::material {
namespace {

using time::kNever;

std::uint32_t node_index(const model::Plant& plant, model::ItemId item, model::SiteId site) {
  return static_cast<std::uint32_t>(item.index() * plant.sites.size() + site.index());
}

Tick shelf_end(const model::Item& item, Tick made) {
  return item.shelf_life ? later(made, item.shelf_life->count()) : kNever;
}

Tick earliest_end(const MaterialPlan& kept, const RouteTimes& routes, const plan::ProductionOrder& order) {
  const std::span<const plan::Placement> placements{kept.placements.raw()};
  return routes.earliest_end(order, placements.subspan((*order.placements.begin()).index(), order.placements.size()));
}

bool nettable(const model::Plant& plant, const model::Stock& lot) {
  return !lot.held && lot.quantity.positive() && (!lot.location.valid() || plant.locations[lot.location].nettable);
}

}  // namespace

SupplyLists::SupplyLists(const model::Plant& plant, const MaterialPlan& kept, const RouteTimes& routes) {
  add_stock(plant);
  add_purchases(plant);
  add_production(plant, kept, routes);
  sort_by_node(plant.items.size() * plant.sites.size());
}

void SupplyLists::add_stock(const model::Plant& plant) {
  for (const model::StockId id : base::ids_of(plant.stock)) {
    const model::Stock& lot = plant.stock[id];
    const Tick expiry = lot.expiry ? plant.frame.tick(*lot.expiry) : kNever;
    if (!nettable(plant, lot) || expiry <= 0) continue;
    Supply supply;
    supply.left = lot.quantity;
    supply.expiry = expiry;
    supply.index = id.index();
    supplies_.push_back(supply);
    node_of_.push_back(node_index(plant, lot.item, lot.site));
  }
}

void SupplyLists::add_purchases(const model::Plant& plant) {
  for (const model::OpenPurchaseOrderId id : base::ids_of(plant.purchase_orders)) {
    const model::OpenPurchaseOrder& order = plant.purchase_orders[id];
    if (order.status == model::SupplyStatus::planned) continue;
    Supply supply;
    supply.left = order.quantity.times_floor(plant.items[order.item].yield);
    supply.at = std::max<Tick>(0, plant.frame.tick(order.current));
    supply.expiry = shelf_end(plant.items[order.item], supply.at);
    supply.index = id.index();
    supply.kind = plan::SupplyKind::open_purchase;
    supplies_.push_back(supply);
    node_of_.push_back(node_index(plant, order.item, order.site));
  }
}

void SupplyLists::add_production(const model::Plant& plant, const MaterialPlan& kept, const RouteTimes& routes) {
  std::vector<plan::ProductionOrderId> orders;
  for (const plan::ProductionOrderId id : base::ids_of(kept.production_orders)) orders.push_back(id);
  const auto key = [&](plan::ProductionOrderId id) {
    const plan::ProductionOrder& order = kept.production_orders[id];
    return std::make_tuple(node_index(plant, order.item, order.site), plant.production_orders[order.open].due, id);
  };
  std::sort(orders.begin(), orders.end(), [&](auto a, auto b) { return key(a) < key(b); });
  std::uint32_t node = static_cast<std::uint32_t>(-1);
  Tick previous = 0;
  for (const plan::ProductionOrderId id : orders) {
    const plan::ProductionOrder& order = kept.production_orders[id];
    const std::uint32_t own = node_index(plant, order.item, order.site);
    if (own != node) previous = 0;
    node = own;
    previous = std::max(previous, earliest_end(kept, routes, order));
    if (previous == kNever) continue;  // the calendars end before it is done
    Supply supply;
    supply.left = order.good;
    supply.at = previous;
    supply.expiry = shelf_end(plant.items[order.item], supply.at);
    supply.index = id.index();
    supply.kind = plan::SupplyKind::production;
    supply.reserved = plant.production_orders[order.open].for_order;
    supplies_.push_back(supply);
    node_of_.push_back(own);
  }
}

void SupplyLists::sort_by_node(std::size_t nodes) {
  std::vector<std::uint32_t> order(supplies_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::make_tuple(node_of_[a], supplies_[a].at) < std::make_tuple(node_of_[b], supplies_[b].at);
  });
  std::vector<Supply> sorted;
  sorted.reserve(supplies_.size());
  begin_.assign(nodes + 1, 0);
  for (const std::uint32_t k : order) {
    sorted.push_back(supplies_[k]);
    ++begin_[node_of_[k] + 1];
  }
  for (std::size_t node = 0; node < nodes; ++node) begin_[node + 1] += begin_[node];
  supplies_ = std::move(sorted);
  node_of_ = {};
}

}  // namespace kilter::material
