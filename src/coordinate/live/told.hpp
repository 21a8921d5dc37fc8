// What a repair does, and what a published plan suffers from, in one line each.
#pragma once

#include <cstdint>
#include <string>

#include "coordinate/live/judge.hpp"
#include "coordinate/live/repairs.hpp"

namespace kilter::coordinate {

// "Least change, least cost": what it is best in, else how it was made.
std::string repair_name(const RepairPlan& way);

// "Moves 7 operations and 2 people; SO-118 1 d 4 h later, 2 more orders touched; saves 412.50 EUR." Against what was
// published, the money against nothing done.
std::string repair_words(const model::Plant& now, const RepairPlan& way);

// "PO-7 (board)", "stock of board": what is supplied; `index` as Hit::blocker. Nothing for what is made here.
std::string supply_words(const model::Plant& now, plan::SupplyKind supply, std::uint32_t index);

// "W-2 is closed: 3 operations".
std::string reason_words(const model::Plant& now, const Reason& reason);

}  // namespace kilter::coordinate
