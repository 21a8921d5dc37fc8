// One wish, fixed in a situation: the operation stands there for every way that leads around it.
#pragma once

#include "coordinate/live/carry/situation.hpp"
#include "coordinate/live/moves/moves.hpp"

namespace kilter::coordinate {

// Finds the wished place, or the first possible one behind it, and fixes the operation there in `today.damage`. Where
// there is none, `today` is as before.
WishedPlace fix_wish(const model::Plant& now, const Wish& wish, bool over_frozen, Situation& today);

}  // namespace kilter::coordinate
