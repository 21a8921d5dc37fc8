// What a person should do on the day of planning: chase and release, order, start.
#pragma once

#include <string>
#include <vector>

#include "codec/plan/table.hpp"

namespace kilter::codec {

// The first tick after the local day of planning.
time::Tick end_of_today(const PlanView& view);

// One sentence each.
struct Today {
  std::vector<std::string> actions;    // what to say about open orders
  std::vector<std::string> purchases;  // to order today
  std::vector<std::string> starts;     // operations that start today, in the order of their start
};
Today today_of(const PlanView& view);

}  // namespace kilter::codec
