// The plant row, its sites, items and customers: what the other parts refer to.
#pragma once

#include <string>

#include "codec/import/frepple/session.hpp"

namespace kilter::codec::frepple {

// Finds "now" (parameter currentdate) and the horizon; everything else needs them. Writes the plant row.
void import_policy(const std::string& plant_name, Session& session);

// Locations become sites, items and customers rows of the same name.
void import_names(Session& session);

}  // namespace kilter::codec::frepple
