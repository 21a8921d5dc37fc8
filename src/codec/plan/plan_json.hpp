// plan.json: what the plan is of, how it was made, its figures and objective; the tables hold the rest.
#pragma once

#include <string>

#include "codec/plan/table.hpp"
#include "codec/plan/write.hpp"

namespace kilter::codec {

inline constexpr int kPlanFormat = 1;  // raised when the tables change their meaning

std::string plan_json(const PlanView& view, const PlanOrigin& origin);

}  // namespace kilter::codec
