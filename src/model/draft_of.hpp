// The way back: a draft of a plant, with everything said that the plant knows, so that nothing is assumed when it is
// built again. `build(draft_of(plant))` is the same plant, but for the notes.
#pragma once

#include "model/draft.hpp"
#include "model/plant.hpp"

namespace kilter::model {

// Views into `plant`, which must outlive the draft. Rows get the numbers that they will have in a file (from 2).
PlantDraft draft_of(const Plant& plant);

// Whether two plants are the same in everything but their notes.
bool same_plant(const Plant& a, const Plant& b);

}  // namespace kilter::model
