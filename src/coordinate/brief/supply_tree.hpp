// What serves a customer order, as a tree: production orders with their operations, what these consume, down to
// purchases and stock.
#pragma once

#include <cstdint>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

enum class NodeKind : std::uint8_t { production, operation, purchase, open_purchase, stock };

// One line of the tree.
struct SupplyNode {
  NodeKind kind = NodeKind::stock;
  int depth = 0;
  std::uint32_t index = 0;                 // ProductionOrderId, PlacementId, PurchaseId, OpenPurchaseOrderId or StockId
  base::Quantity quantity;                 // that serves what stands above; of an operation none
  time::Tick from = time::kNever;          // starts, is ordered
  time::Tick until = time::kNever;         // is there
  const plan::Readiness* ready = nullptr;  // of operations that are not done; a view into the plan
  bool repeated = false;                   // told above; what is below it is not told again
};

// Depth first, at most `most` lines.
std::vector<SupplyNode> supply_tree(const model::Plant& plant, const plan::Plan& plan, model::OrderId order,
                                    std::size_t most);

}  // namespace kilter::coordinate
