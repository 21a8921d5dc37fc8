// Commands whose body is kept as it was asked for, if it may be.
#pragma once

#include "service/desk/plant_desk.hpp"

namespace kilter::service {

// A plant folder, which must be one. The plant's clock begins at its origin, or is the world's when they are within a
// day and a half of each other: a folder of today is planned by today's time, a sample by its own.
base::Result<Resolved> resolve_import(const PlantState& state, const Command& asked, std::int64_t at);

// Rows of the plant folder's tables, which must be a plant afterwards.
base::Result<Resolved> resolve_edit(const PlantState& state, const Command& asked, std::int64_t at);

// Made by the service itself.
base::Result<Resolved> resolve_as_it_is(const PlantState& state, const Command& asked, std::int64_t at);

}  // namespace kilter::service
