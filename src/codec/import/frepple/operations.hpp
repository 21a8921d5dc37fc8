// frePPLe's operations: which one makes an item, its steps, its materials and its resources.
#pragma once

#include "codec/import/frepple/resources.hpp"
#include "codec/import/frepple/session.hpp"

namespace kilter::codec::frepple {

// Fills operations, precedences, their needs, bills of material and the lot rules of the items that are made.
void import_operations(Resources& resources, Session& session);

}  // namespace kilter::codec::frepple
