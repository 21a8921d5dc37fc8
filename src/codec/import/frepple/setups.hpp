// Sequence-dependent setups: the rules of a setup matrix, which may name setups by pattern ("*", "?"), become one entry
// per pair of the setups that are in use.
#pragma once

#include "codec/import/frepple/session.hpp"

namespace kilter::codec::frepple {

// Setup matrices, the matrix and first setup of each work unit, and the family of each operation. Needs units and
// operations.
void import_setups(Session& session);

// True when `text` fits the pattern: "*" stands for any letters, "?" for one; an empty pattern fits everything.
bool fits_pattern(std::string_view pattern, std::string_view text);

}  // namespace kilter::codec::frepple
