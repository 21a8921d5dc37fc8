// From what somebody asks for to what the journal keeps: checks the command against the plant as it is, and works out
// the row edits that it comes down to.
//
//   kind                body asked for
//   import              {"files":{"plant.csv":"...", ...}}     the folder anew; it must be a plant
//   edit                {"edits":[...]}                         tables of the plant folder; a plant afterwards
//   undo                {"undo":17,"edits":[...]}
//   publish             {"edits":[...],"plan":{...}}            as `planning` made it, proved by the checker
//   pin                 {"pin":{"operation":"MO-7/10",...}}     unit, start and people of an operation fixed; unpin
//   release             {"release":{"order":"MO-7",...}}        a production order may begin on the floor
//   reserve             {"reserve":{"item":"stool",...}}        an order held for a while; confirmed or dropped
//   operation.started   an event of the floor, see docs/floor-events.md
#pragma once

#include <cstdint>

#include "service/desk/plant_desk.hpp"

namespace kilter::service {

// A `Resolve`. Faults name file, row, column and value.
base::Result<Resolved> resolve(const PlantState& state, const Command& asked, std::int64_t at);

}  // namespace kilter::service
