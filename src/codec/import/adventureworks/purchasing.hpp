// Vendors and what they offer, in the units in which the products are used.
#pragma once

#include "codec/import/adventureworks/session.hpp"

namespace kilter::codec::adventureworks {

void import_vendors(Session& session);

// The undated inventory, when it is asked for.
void import_inventory(Session& session);

}  // namespace kilter::codec::adventureworks
