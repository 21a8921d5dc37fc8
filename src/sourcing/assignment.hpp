// Which need gets which purchase: needs choose in rank order, each the latest receipt that is still in time for it and,
// when nothing in time is left, the earliest after that (deadline scheduling of unit jobs with weights: the greedy
// choice keeps as many as possible of the first ranks in time). Near-linear by union-find over receipts.
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
