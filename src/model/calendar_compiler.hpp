// Compiles a weekly pattern with exceptions, in local time, to open intervals in ticks.
//
//   shifts       Mon-Fri 06:00-14:00          exceptions  Wed closed
//   regular      |==|  |==|        |==|  |==|
//                Mon   Tue   Wed   Thu   Fri
//
// Days on which the clocks change are right: a shift lasts from the moment its start is shown on the clock until the
// moment its end is. Where exceptions overlap, the later one in the list decides.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "time/working_calendar.hpp"
#include "time/zone.hpp"

namespace kilter::model {

// Calendars are compiled over [begin, end) of `frame`.
struct Span {
  time::Frame frame;
  Tick begin = 0;
  Tick end = 0;
};

// Fills `regular` and `overtime` of a calendar from its shifts and exceptions. Regular time wins where shifts of both
// classes overlap.
void compile_calendar(Calendar& calendar, const time::Zone& zone, const Span& span);

}  // namespace kilter::model
