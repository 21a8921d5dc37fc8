// What could be decided so that a late order is less late, from why it is late.
#pragma once

#include <vector>

#include "coordinate/live/carry/situation.hpp"
#include "coordinate/live/fixes/fix.hpp"

namespace kilter::coordinate {

struct FixLimits {
  std::size_t days = 3;       // on which overtime could open
  std::size_t units = 4;      // that operations could go to
  std::size_t people = 2;     // operations for which somebody could leave other work
  std::size_t purchases = 2;  // that could come sooner, or from elsewhere
  std::size_t lots = 1;       // that could be made in two
  bool consent = true;        // also what somebody outside must agree to
};

// `plan` is costed, of the plant now and the situation; `delivery` one of its own that is late, or not whole. Those
// that are nearest to the delivery first, kind by kind. O(n).
std::vector<Fix> order_fixes(const model::Plant& now, const Situation& today, const plan::Plan& plan,
                             const plan::Delivery& delivery, const FixLimits& limits);

}  // namespace kilter::coordinate
