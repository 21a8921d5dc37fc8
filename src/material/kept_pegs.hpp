// What an earlier plan promised to whom of the supply that is there or under way: pegs that planning again keeps, so
// that a plan changes no more than its facts do.
//
//   earlier   MO-7 --6--> SO-1, MO-8 --4--> SO-1        today   MO-7 --6--> SO-1 again, whatever else would serve it
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/fixed.hpp"
#include "material/netting/requirement_lists.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::material {

struct MaterialPlan;

// By the plant's own ids. Supply is stock, an open purchase or production order, by its id; demand a customer order, or
// an operation of an open production order.
struct KeptPeg {
  plan::SupplyKind supply = plan::SupplyKind::stock;
  plan::DemandKind demand = plan::DemandKind::order;
  std::uint32_t supply_index = 0;  // StockId, OpenPurchaseOrderId or OpenProductionOrderId
  std::uint32_t demand_index = 0;  // OrderId or OpenProductionOrderId
  model::OperationId operation;
  model::BomLineId line;
  base::Quantity quantity;
};

class KeptPegs {
 public:
  // A peg in terms of a plan: supply and demand as in plan::Peg. What is taken is taken off `quantity`.
  struct Left {
    plan::SupplyKind supply = plan::SupplyKind::stock;
    plan::DemandKind demand = plan::DemandKind::order;
    std::uint32_t supply_index = 0;
    std::uint32_t demand_index = 0;
    model::BomLineId line;
    base::Quantity quantity;
  };

  // `carried`: with the open orders that are carried over, and nothing else yet. O(n log n).
  KeptPegs(const MaterialPlan& carried, std::span<const KeptPeg> pegs);

  [[nodiscard]] bool empty() const { return pegs_.empty(); }
  // For that demand and BOM line. O(log n).
  [[nodiscard]] std::span<Left> of(const Requirement& want);

 private:
  std::vector<Left> pegs_;  // by demand, its index, line
};

}  // namespace kilter::material
