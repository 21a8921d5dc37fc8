// A move of the makespan search: one operation to another place, with an estimate of the makespan it leads to.
#pragma once

#include "schedule/problem.hpp"

namespace kilter::schedule {

struct ShopMove {
  Index operation = 0;
  Index alternative = 0;
  Index after = 0;  // on the lane of the alternative; Shop::count(): first
  Tick estimate = kNever;
};

}  // namespace kilter::schedule
