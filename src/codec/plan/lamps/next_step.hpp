// Who sees to what a lamp waits for, and how: "buyer", "Order 11 M-250 from HELIO by Mon 23 Nov 08:00 (B-9)".
#pragma once

#include <optional>
#include <string>

#include "codec/plan/table.hpp"

namespace kilter::codec {

struct NextStep {
  std::string owner;  // a role: buyer, supervisor, quality, finance, planner; of a clearance its own owner
  std::string text;   // one sentence that names the thing
};

// Both empty for a lamp that is ready.
NextStep next_step(const PlanView& view, const kilter::plan::LampReading& lamp);

// The lamp that holds the operation back longest: a blocked one before the latest date; none when all are ready.
std::optional<model::Lamp> deciding_lamp(const kilter::plan::Readiness& ready);

}  // namespace kilter::codec
