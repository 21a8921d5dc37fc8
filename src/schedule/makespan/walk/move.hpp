// A move of the makespan search: one operation to another place, or two to each other's, with an estimate of the
// makespan it leads to.
#pragma once

#include "schedule/problem.hpp"

namespace kilter::schedule {

struct ShopMove {
  Index operation = 0;
  Index alternative = 0;
  Index after = 0;  // on the lane of the alternative; Shop::count(): first
  Tick estimate = kNever;
  Index partner = kNone;  // exchange: the one that stands behind `after`, and goes where `operation` is
  Index partner_alternative = 0;
};

}  // namespace kilter::schedule
