// What an event does to a plant: a function of the event, the tables as they are and the time at which it was received.
//
//   const auto zone = zone_of(tables);
//   const auto effect = effect_of(event, tables, {.at = now, .zone = zone});
//   effect.value().edits     // for the journal; applied to `tables` they give effect.value().tables
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "service/floor/event.hpp"
#include "service/tables/plant_tables.hpp"
#include "time/zone.hpp"

namespace kilter::service {

// When an event was received, and the zone in which the plant's times are written; the caller keeps the zone.
struct Received {
  time::Instant at;
  const time::Zone& zone;
};

struct Effect {
  std::vector<RowEdit> edits;          // none when nothing changes
  std::vector<RowEdit> inverse;        // undoes them
  PlantTables tables;                  // afterwards
  std::vector<std::string> conflicts;  // ids of the rows of conflicts.csv that were added
};

// The zone that plant.csv names; UTC when it names none.
time::Zone zone_of(const PlantTables& tables);

// What can be taken of the event is taken; what contradicts what is known becomes a row of conflicts.csv. The edits
// leave a plant that can be built. Or every fault, and nothing is taken: somebody or something that nobody knows
// (Place::column is the field), a quantity where there must be one, a time that cannot be meant.
base::Result<Effect> effect_of(const Event& event, const PlantTables& tables, const Received& received);

}  // namespace kilter::service
