// What planning needs to know of a plant and never changes while it plans: levels, lead times, sources. Computed once
// per plant.
#pragma once

#include "material/netting/requirement_lists.hpp"
#include "material/network/low_level_codes.hpp"
#include "material/network/route_times.hpp"
#include "material/network/sources.hpp"
#include "model/plant.hpp"

namespace kilter::material {

struct Network {
  explicit Network(const model::Plant& the_plant)
      : plant(the_plant),
        routes(the_plant),
        codes(low_level_codes(the_plant, sourceless_items(the_plant))),
        soonest(soonest_dates(the_plant, codes, routes)) {}

  [[nodiscard]] std::size_t node_count() const { return plant.items.size() * plant.sites.size(); }
  [[nodiscard]] NodeId node(model::ItemId item, model::SiteId site) const {
    return NodeId(item.index() * plant.sites.size() + site.index());
  }

  const model::Plant& plant;
  RouteTimes routes;
  LowLevelCodes codes;
  SoonestDates soonest;
};

}  // namespace kilter::material
