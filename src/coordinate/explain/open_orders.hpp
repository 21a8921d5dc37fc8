// Open orders that have not begun, with what the plan makes of them: how much of each is used, by when it is wanted,
// what its customers take from new orders besides.
#pragma once

#include <cstdint>
#include <vector>

#include "coordinate/explain/wanted_dates.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// An open order as the messages see it.
struct OpenOrder {
  plan::SupplyKind kind = plan::SupplyKind::production;
  std::uint32_t index = 0;          // OpenProductionOrderId or OpenPurchaseOrderId
  plan::ProductionOrderId in_plan;  // of production
  model::ItemId item;
  model::VendorId vendor;   // of a purchase
  base::Quantity quantity;  // as ordered or started
  base::Quantity good;
  base::Quantity used;     // good units that serve something
  base::Quantity missing;  // good units that the last it serves takes from new orders
  time::Tick date = 0;
  time::Tick wanted = time::kNever;   // by the first that it serves; kNever: by safety stock alone
  time::Tick used_at = time::kNever;  // when the plan first works with it; kNever: customers alone take it
  time::Tick chased = time::kNever;   // by a late order that waits for it
  bool firm = false;
};

class OpenOrders {
 public:
  OpenOrders(const model::Plant& plant, const plan::Plan& plan);

  // Purchases first, inside by id.
  [[nodiscard]] const std::vector<OpenOrder>& all() const { return all_; }
  // Whether the production order had to start by the origin to be in time.
  [[nodiscard]] bool must_start(const OpenOrder& open);

 private:
  void add(model::OpenPurchaseOrderId id);
  void add(plan::ProductionOrderId id);
  [[nodiscard]] OpenOrder* supply_of(const plan::Peg& peg);
  [[nodiscard]] model::ItemId new_item(const plan::Peg& peg) const;
  void note_uses();
  void note_missing();
  void note_chased();

  const model::Plant& plant_;
  const plan::Plan& plan_;
  WantedDates wanted_;
  std::vector<OpenOrder> all_;
  std::vector<std::size_t> purchase_at_;    // by OpenPurchaseOrderId, into all_
  std::vector<std::size_t> production_at_;  // by OpenProductionOrderId
};

}  // namespace kilter::coordinate
