// What plan.json says of a plan beyond its tables.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "codec/plan/write.hpp"
#include "plan/plan.hpp"

namespace kilter::codec {

struct PlanHeader {
  PlanOrigin origin;
  kilter::plan::Objective objective;
};

// Whether these bytes are a plan.json that Kilter wrote, in this version or another.
bool is_plan_header(std::string_view bytes);

// Faults name the member of plan.json that is missing or wrong.
base::Result<PlanHeader> read_plan_header(std::string_view bytes);

}  // namespace kilter::codec
