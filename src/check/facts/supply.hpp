// What a supply is: which item, where, how much of it may be used, and from when.
#pragma once

#include "check/facts/facts.hpp"

namespace kilter::check {

struct Supply {
  model::ItemId item;
  model::SiteId site;
  base::Quantity usable;
  Tick available = time::kNever;
};

Supply supply_of(const Facts& facts, plan::SupplyKind kind, std::uint32_t index);
inline Supply supply_of(const Facts& facts, const plan::Peg& peg) {
  return supply_of(facts, peg.supply, peg.supply_index);
}

// Good units of a quantity of a bought item, whole millionths.
base::Quantity good_received(const model::Item& item, base::Quantity quantity);

// When the peg's demand takes the quantity: the start of the placement; for customer orders the delivery, which is that
// of this part where partial shipment is allowed, else that of the last supply; never
// before the order is cleared. kNever for safety stock and for what is
// not placed.
Tick taken_at(const Facts& facts, const plan::Peg& peg);

}  // namespace kilter::check
