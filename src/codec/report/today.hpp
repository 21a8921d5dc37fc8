// What a person should do on the day of planning: chase and release, order, start.
#pragma once

#include <string>
#include <vector>

#include "codec/plan/table.hpp"

namespace kilter::codec {

// The first tick after the local day of planning.
time::Tick end_of_today(const PlanView& view);

// One sentence each: action messages, purchases to order today, operations that start today.
std::vector<std::string> today_lines(const PlanView& view);

}  // namespace kilter::codec
