// Cutting lots to what limits leave.
#pragma once

#include <cstdint>
#include <optional>

#include "sourcing/offers/terms.hpp"
#include "sourcing/series/demand_series.hpp"
#include "sourcing/series/receipt_options.hpp"

namespace kilter::sourcing {

// The smallest step by which a limit may cut a lot: a unit where all is in whole units, else a thousandth of the
// series. Without it ever smaller lots would use up the last cent of a cap.
std::int64_t grain_of(const DemandSeries& series);

// The lot made smaller until it fits into the option; nothing when no lot does.
std::optional<Lot> fitted(const Terms& terms, Lot lot, const ReceiptOption& option, std::int64_t grain);

}  // namespace kilter::sourcing
