// How large an open order may be, and has to be for what is wanted of it.
#pragma once

#include "check/actions/open_order.hpp"

namespace kilter::check {

// What one order may be: a multiple of `step` that is not below `least` and, unless that is 0, not above `most`.
struct LotRule {
  base::Quantity least;
  base::Quantity step;
  base::Quantity most;
};

// Of the item's lot-sizing policy; of what is bought, of the item and of the vendor's offer.
LotRule lot_rule(const Facts& facts, const OpenOrder& open);

// The smallest order that the rule's minimum and steps allow and that yields `good` units; its maximum is not asked.
base::Quantity smallest_order(const Facts& facts, const OpenOrder& open, base::Quantity good);

}  // namespace kilter::check
