// What serves a customer order, as a tree: production orders with their operations, what these consume, down to
// purchases and stock.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "codec/plan/table.hpp"
#include "plan/peg_index.hpp"

namespace kilter::cli {

enum class NodeKind : std::uint8_t { production, operation, purchase, open_purchase, stock };

// One line of the tree. `lamps` only for operations that are not done.
struct SupplyNode {
  NodeKind kind = NodeKind::stock;
  int depth = 0;
  std::string id;
  std::string text;
  time::Tick from = time::kNever;   // starts, is ordered
  time::Tick until = time::kNever;  // is there
  const plan::Readiness* ready = nullptr;
  bool repeated = false;  // told above; what is below it is not told again
};

// Depth first, at most `most` lines.
std::vector<SupplyNode> supply_tree(const codec::PlanView& view, model::OrderId order, std::size_t most);

}  // namespace kilter::cli
