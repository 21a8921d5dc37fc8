// Requirements waiting for their item and site to be planned: one list per node, all in one pool whose cells are used
// again once a node has been taken. Lists keep no order; planning sorts them by a total order.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "base/fixed.hpp"
#include "base/strong_id.hpp"
#include "model/ids.hpp"
#include "plan/plan.hpp"
#include "time/instant.hpp"

namespace kilter::material {

using time::Tick;

// An item at a site: item index x number of sites + site index.
using NodeId = base::StrongId<struct NodeTag>;

// After every customer order: safety stock and what nobody waits for.
inline constexpr std::uint32_t kStockRank = std::numeric_limits<std::uint32_t>::max();

// A dated want of good units of one item at one site; `quantity` shrinks as it is covered.
struct Requirement {
  base::Quantity quantity;
  Tick need = time::kNever;
  std::uint32_t rank = kStockRank;
  std::uint32_t demand_index = 0;
  model::BomLineId line;
  model::OrderId order;
  plan::DemandKind demand = plan::DemandKind::order;
  std::uint8_t part = 0;  // of the customer order behind it

  // What is past due is wanted now: among those the rank decides, not how long ago.
  [[nodiscard]] Tick wanted() const { return need > 0 ? need : 0; }
};

class RequirementLists {
 public:
  explicit RequirementLists(std::size_t nodes) : head_(nodes, kEnd), pending_(nodes) {}

  void add(NodeId node, const Requirement& requirement) {
    std::uint32_t cell = free_;
    if (cell == kEnd) {
      cell = static_cast<std::uint32_t>(cells_.size());
      cells_.emplace_back();
    } else {
      free_ = cells_[cell].next;
    }
    cells_[cell] = {.requirement = requirement, .next = head_[node.index()]};
    head_[node.index()] = cell;
    pending_[node.index()] += requirement.quantity;
  }

  // Moves the node's requirements into `out` (emptied first).
  void take(NodeId node, std::vector<Requirement>& out) {
    out.clear();
    std::uint32_t cell = head_[node.index()];
    head_[node.index()] = kEnd;
    pending_[node.index()] = base::Quantity::zero();
    while (cell != kEnd) {
      out.push_back(cells_[cell].requirement);
      const std::uint32_t next = cells_[cell].next;
      cells_[cell].next = free_;
      free_ = cell;
      cell = next;
    }
  }

  // Sum of what waits at a node.
  [[nodiscard]] base::Quantity pending(NodeId node) const { return pending_[node.index()]; }

 private:
  static constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();
  struct Cell {
    Requirement requirement;
    std::uint32_t next = kEnd;
  };
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> head_;
  std::vector<base::Quantity> pending_;
  std::uint32_t free_ = kEnd;
};

}  // namespace kilter::material
