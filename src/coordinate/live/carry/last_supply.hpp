// What an operation waits for from outside, by what comes last.
#pragma once

#include <cstdint>

#include "model/plant.hpp"
#include "plan/peg_index.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

struct LastSupply {
  time::Tick at = time::kLongAgo;  // kLongAgo: nothing comes from outside
  plan::SupplyKind supply = plan::SupplyKind::stock;
  std::uint32_t blocker = 0;  // by `supply` StockId or OpenPurchaseOrderId; ItemId of what is to be bought
};

// Of the placement of a plan that need not be scheduled. O(its pegs).
LastSupply last_supply(const model::Plant& plant, const plan::Plan& plan, const plan::PegIndex& pegs,
                       plan::PlacementId placement);

}  // namespace kilter::coordinate
