// The jobs of a window: those of the whole that members close, and for what waits outside of it two kinds of stand-ins,
// both on the member that it waits for:
//
//   cost |        /        reward   each second earlier is worth what DelayValue says, until something else binds
//        |     __/         penalty  each second later than the slack costs an ordinary job's weight
//        |____/____ end
#pragma once

#include "schedule/window/window.hpp"

namespace kilter::schedule {

// `member_of`: operation of the whole -> operation of the window, kNone outside. The window's operations are complete.
void add_jobs(const Network& network, const State& state, const DelayValue& value, const std::vector<Index>& member_of,
              Window& window);

}  // namespace kilter::schedule
