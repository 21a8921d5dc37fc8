// Production orders let go to the floor.
#pragma once

#include "service/desk/plant_desk.hpp"

namespace kilter::service {

// {"release":{"order":"MO-7","override":true,"blocked":[...]}}: the gate was asked right before; lamps that were not
// ready stay in the body as they were, for whoever asks later who knew what.
base::Result<Resolved> resolve_release(const PlantState& state, const Command& asked, std::int64_t at);

}  // namespace kilter::service
