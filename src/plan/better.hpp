// Which of two plans is better.
#pragma once

#include "plan/plan.hpp"

namespace kilter::plan {

// Hard parts first: what keeps the rules and is planned whole is never given up for money. An order left out counts as
// late until the horizon only, one delivered beyond it for longer; the number of orders is compared before either.
[[nodiscard]] inline bool better(const Objective& a, const Objective& b) {
  if (a.violations != b.violations) return a.violations < b.violations;
  return a.unplanned != b.unplanned ? a.unplanned < b.unplanned : a.total() < b.total();
}

}  // namespace kilter::plan
