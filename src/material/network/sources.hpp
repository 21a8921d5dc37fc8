// Where supply can come from, and how soon: which items can be made or bought at a site, and the earliest date at which
// a new order could bring them when the plant starts with nothing under way (infinite capacity).
#pragma once

#include <vector>

#include "material/network/low_level_codes.hpp"
#include "material/network/route_times.hpp"
#include "model/plant.hpp"

namespace kilter::material {

// Allowed to be made there: an item is made at its make_site only, or wherever it is wanted when it has none.
bool can_make(const model::Plant& plant, model::ItemId item, model::SiteId site);

// Allowed to be bought, and some offer that delivers there can still be ordered.
bool can_buy(const model::Plant& plant, model::ItemId item, model::SiteId site);

// By ItemId index: neither of the two at any site.
std::vector<bool> sourceless_items(const model::Plant& plant);

// Dates by ItemId index, ticks >= 0; kNever: not that way.
struct SoonestDates {
  std::vector<Tick> bought;      // receipt of a purchase ordered now
  std::vector<Tick> components;  // all components there for an order of ordinary size
};

// Estimates for an order of the average quantity that the firm customer orders call for, level by level. An item whose
// stock covers its gross requirements counts as there at once. O(items + BOM lines + offers + orders).
SoonestDates soonest_dates(const model::Plant& plant, const LowLevelCodes& codes, const RouteTimes& routes);

}  // namespace kilter::material
