// Random plants with every feature mixed, weighted towards plants that can be planned. The same seed and size give the
// same plant on every machine.
//
//   const model::Plant plant = random_plant(17, 3);     // about 3 finished goods, 12 made items, 10 orders
#pragma once

#include <cstdint>

#include "model/draft.hpp"
#include "model/plant.hpp"

namespace kilter::support {

// `size` >= 1: number of finished goods; everything else grows with it.
model::PlantDraft random_draft(std::uint64_t seed, int size);

// The plant built from it. Aborts with the faults on stderr when the draft is not valid, which is a fault of this
// generator.
model::Plant random_plant(std::uint64_t seed, int size);

}  // namespace kilter::support
