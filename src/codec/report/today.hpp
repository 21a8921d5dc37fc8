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

// What is to be said about open orders, a line each: "expedite PO-12 (40 M-250 from NORDTEK), wanted Tue 24 Nov, ...".
std::vector<std::string> action_lines(const PlanView& view, const std::vector<kilter::plan::ActionMessage>& messages);

}  // namespace kilter::codec
