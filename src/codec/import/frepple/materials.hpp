// What an operation consumes: lines of the bill of material, with substitutes.
#pragma once

#include "codec/import/frepple/routings.hpp"
#include "codec/import/frepple/session.hpp"

namespace kilter::codec::frepple {

// Writes the bill of material of one routing. Quantities are per unit of the item made.
void import_materials(const Routings& routings, const Routing& routing, Session& session);

}  // namespace kilter::codec::frepple
