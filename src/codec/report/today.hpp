// What people do on the day of planning, as lines to read (coordinate/brief/agenda.hpp decides what that is).
#pragma once

#include <string>
#include <vector>

#include "codec/plan/table.hpp"

namespace kilter::codec {

// One sentence each.
struct Today {
  std::vector<std::string> actions;    // what to say about open orders
  std::vector<std::string> purchases;  // to order today
  std::vector<std::string> starts;     // operations that start today, in the order of their start
};
Today today_of(const PlanView& view);

}  // namespace kilter::codec
