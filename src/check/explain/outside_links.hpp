// Links of a late chain before the first placement: what was waited for from now on, and the time before.
#pragma once

#include <cstddef>

#include "check/facts/facts.hpp"

namespace kilter::check {

// Whether the link at position `at`, which has no placement, is what it says: the stock, purchase, money or clearance
// it names served what waited, and came then.
bool came_from_outside(const Facts& facts, const plan::LateChain& chain, std::size_t at);

}  // namespace kilter::check
