// Who sees to what a lamp waits for (coordinate/brief/owners.hpp), and how, in words: "buyer", "Order 11 M-250 from
// HELIO by Mon 23 Nov 08:00 (B-9)".
#pragma once

#include <string>

#include "codec/plan/table.hpp"

namespace kilter::codec {

struct NextStep {
  std::string owner;  // a role: buyer, supervisor, quality, finance, planner; of a clearance its own owner
  std::string text;   // one sentence that names the thing
};

// Both empty for a lamp that is ready.
NextStep next_step(const PlanView& view, const kilter::plan::LampReading& lamp);

}  // namespace kilter::codec
