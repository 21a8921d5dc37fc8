// The smallest problem with a batch machine.
#pragma once

#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

struct Load {
  Tick work = 10;
  BatchSize size = 1;
  Index family = 0;
  Tick release = 0;
  Tick due = 0;
};

// One oven of the capacity, always open until 1000; every load is a job of its own, late from its due on at 1 per
// second.
Problem oven(BatchSize capacity, const std::vector<Load>& loads);

}  // namespace kilter::schedule
