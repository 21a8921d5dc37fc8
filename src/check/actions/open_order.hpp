// Open orders that have not begun, as they stand in the plan: what they bring, when, and who takes how much of it.
#pragma once

#include <cstdint>
#include <span>

#include "check/facts/facts.hpp"
#include "check/needs/latest_starts.hpp"

namespace kilter::check {

// An open order as it stands in the plan.
struct OpenOrder {
  plan::SupplyKind kind = plan::SupplyKind::production;
  std::uint32_t index = 0;          // in the plant
  plan::ProductionOrderId in_plan;  // of production
  model::ItemId item;
  model::VendorId vendor;  // of a purchase
  Tick date = 0;
  base::Quantity quantity;
  base::Quantity good;
  base::Quantity used;
  Tick wanted = time::kNever;
  Tick taken = time::kNever;  // by the first operation that starts with it
  std::span<const plan::PegId> pegs;
  bool firm = false;
};

// Whether work on an open production order is done or under way.
bool has_begun(const model::OpenProductionOrder& order);

OpenOrder open_purchase(const Facts& facts, const LatestStarts& starts, model::OpenPurchaseOrderId id);
// One that continues an open production order of the plant.
OpenOrder open_production(const Facts& facts, const LatestStarts& starts, plan::ProductionOrderId id);

// What those whom the order serves, and no later open order that has not begun, take of the same item from orders that
// the plan adds.
base::Quantity taken_from_new_orders(const Facts& facts, const OpenOrder& open);

}  // namespace kilter::check
