// Which need gets which purchase: needs choose in rank order, each the latest receipts that are still in time for it;
// when those are not enough for all of it, the latest of those up to the one that makes it whole, so that what comes
// before and would not make it whole any sooner is left to others (deadline scheduling of unit jobs with weights: the
// greedy choice keeps as many as possible of the first ranks in time). Near-linear by union-find over receipts and sums
// in a binary indexed tree.
//
// Goods that spoil are used up in the order in which they come instead (first in, first out), by needs in order of
// date, then rank: giving the freshest to the first rank would let the oldest go to waste.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "material/explode.hpp"
#include "sourcing/series/demand_series.hpp"

namespace kilter::sourcing {

struct Receipt {
  Tick at = 0;
  base::Quantity good;
};

struct Served {
  std::size_t open = 0;     // index into the open needs given
  std::size_t receipt = 0;  // index into the receipts given
  base::Quantity quantity;
};

// `open`: by rank; `receipts`: ascending; `shelf_life`: of the item. Served portions in the order of `open`.
std::vector<Served> assign(std::span<const material::PurchaseNeed> needs, const std::vector<OpenNeed>& open,
                           const std::vector<Receipt>& receipts, const std::optional<time::Duration>& shelf_life);

}  // namespace kilter::sourcing
