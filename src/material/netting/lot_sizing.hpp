// Lot sizing: how much one order starts for a net requirement (APICS dictionary: L4L, FOQ, POQ, EOQ).
//
// Policies say how much is wanted at least; minimum, multiple and maximum then shape the orders. All three count units
// started, so an item with yield losses starts more than the good units wanted.
#pragma once

#include <vector>

#include "base/fixed.hpp"
#include "model/plant.hpp"
#include "time/instant.hpp"

namespace kilter::material {

// Appends the quantities to start of the orders that together give at least `good` good units (> 0). More than one only
// where the lot maximum splits them.
void append_lots(const model::Plant& plant, model::ItemId item, base::Quantity good,
                 std::vector<base::Quantity>& started);

// Economic order quantity (Harris 1913): sqrt(2 D S / h) for a demand D over the plant's horizon, to whole units; S =
// Item::order_cost, h = cost x Policy::holding_per_year over the horizon. Zero when one of the three is zero: nothing
// to weigh.
base::Quantity economic_quantity(const model::Plant& plant, model::ItemId item, base::Quantity demand);

// How long after its first requirement a lot of the item may serve others by policy: lot_days (period), within the
// shelf life.
time::Tick lot_window(const model::Item& item);

}  // namespace kilter::material
