// The dispatch policies that construction chooses from, those that are good everywhere first.
#pragma once

#include <span>

#include "schedule/search.hpp"

namespace kilter::schedule {

std::span<const DispatchPolicy> policy_grid();

}  // namespace kilter::schedule
