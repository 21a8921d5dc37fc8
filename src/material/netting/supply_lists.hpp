// What is there or under way, per item and site: usable stock lots, open purchase orders and kept open production
// orders. Held lots, lots at non-nettable locations and lots past their expiry are left out, and
// purchase orders of status planned. O(S log S).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "material/explode.hpp"
#include "material/netting/requirement_lists.hpp"
#include "material/network/route_times.hpp"
#include "model/plant.hpp"

namespace kilter::material {

struct Supply {
  base::Quantity left;         // good units not pegged yet
  Tick at = 0;                 // can be used from
  Tick expiry = time::kNever;  // must be consumed before
  std::uint32_t index = 0;     // StockId, OpenPurchaseOrderId or ProductionOrderId
  plan::SupplyKind kind = plan::SupplyKind::stock;
  model::OrderId reserved;  // OpenProductionOrder::for_order
  // Of the demands pegged to it so far:
  Tick first_need = time::kNever;
  std::uint32_t rank = kStockRank;
  model::OrderId order;  // the most urgent
  bool serves_reserved = false;
  std::uint8_t part = 0;  // of that order
};

class SupplyLists {
 public:
  // `kept`: production orders carried over from the floor, with their placements. Firm work on the floor is available
  // as soon as it can be finished, orders of one item one after the other by due date.
  SupplyLists(const model::Plant& plant, const MaterialPlan& kept, const RouteTimes& routes);

  // By `at`, inside by kind and index.
  [[nodiscard]] std::span<Supply> of(NodeId node) {
    return {supplies_.data() + begin_[node.index()], supplies_.data() + begin_[node.index() + 1]};
  }

 private:
  void add_stock(const model::Plant& plant);
  void add_purchases(const model::Plant& plant);
  void add_production(const model::Plant& plant, const MaterialPlan& kept, const RouteTimes& routes);
  void sort_by_node(std::size_t nodes);

  std::vector<Supply> supplies_;
  std::vector<std::uint32_t> node_of_;  // while building
  std::vector<std::uint32_t> begin_;
};

}  // namespace kilter::material
