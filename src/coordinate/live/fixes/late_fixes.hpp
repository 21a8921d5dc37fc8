// What would make a late order on time: the cheapest single decisions and pairs of them, each re-solved, priced and
// checked; and who else would pay with their dates.
//
//   SO-7, 2 d late     overtime on 2026-12-03     in time     84.00 EUR more     SO-9 4 h later
//                      PO-3 comes 50 h sooner     in time     120.00 EUR saved   nobody
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coordinate/live/fixes/fix.hpp"
#include "coordinate/live/published.hpp"
#include "coordinate/live/repairs.hpp"

namespace kilter::coordinate {

struct LateFix {
  std::vector<Fix> fixes;  // one or two
  time::Tick delivered = time::kNever;
  bool in_time = false;
  RepairPlan way;                      // of way.plant, where facts would have to change for it
  std::vector<TouchedPromise> payers;  // other orders that would be later than when nothing is done
};

struct LateFixLimits {
  std::size_t singles = 16;  // tried; pairs of those that shorten the lateness most
  std::size_t pairs = 15;
  std::size_t shown = 5;  // of each, that make it on time; else those that come nearest
  const std::atomic<bool>* cancel = nullptr;
};

struct LateFixes {
  time::Tick due = 0;
  time::Tick nothing_done = time::kNever;  // delivery when nothing is done
  plan::LateChain chain;                   // why then
  std::vector<LateFix> singles;            // in time first, then the cheapest
  std::vector<LateFix> pairs;              // the same; none where each alone would do
};

// Of a customer order of the plant now (as for repairs()). Bounded: `singles` + `pairs` plans, nothing is searched; the
// same for the same input. None: the order is not one that is planned.
std::optional<LateFixes> late_fixes(const model::Plant& now, const Published& published, model::OrderId order,
                                    const LateFixLimits& limits);

}  // namespace kilter::coordinate
