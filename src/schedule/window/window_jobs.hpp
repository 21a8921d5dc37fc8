// The jobs of a window: those of the whole that members close, and for what waits outside of it two kinds of stand-ins,
// both on the member that it waits for:
//
//   cost |        /        reward   each second earlier is worth what DelayValue says, until something else binds
//        |     __/         penalty  each second behind the latest end costs many ordinary jobs' weight
//        |____/____ end
#pragma once

#include "schedule/window/window.hpp"

namespace kilter::schedule {

// `member_of`: operation of the whole -> operation of the window, kNone outside. The window's operations are complete.
void add_jobs(const Trial& whole, const DelayValue& value, const std::vector<Index>& member_of, Window& window);

}  // namespace kilter::schedule
