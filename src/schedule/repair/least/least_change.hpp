// The fewest broken promises: sets of operations that give way are tried in order of their weight (iterative deepening;
// Korf 1985), each must cover all conflicts, and the rest stays exactly where it was published. A set that finds no
// place grows by an operation next to it: on a lane that one of them may use, or bound to one by an arc; no other can
// help.
//
//   conflicts  A-B  B-C      weight 1: {B}, has a place?   weight 2: {B,D} with D beside B, {A,C}, ...
#pragma once

#include <optional>

#include "schedule/repair/ways/repairs.hpp"
#include "schedule/search.hpp"

namespace kilter::schedule {

struct LeastChange {
  std::optional<Solution> schedule;  // lighter than `than`; none was found otherwise
  // No schedule that places as much breaks promises of less weight, tardiness within the limit. Proved by the conflicts
  // for any problem; by trying everything for plain ones (GapSearch::is_plain) when nothing may move at all.
  Cost bound = 0;
};

// `than`: a repair, `weight` of its broken promises. `seconds` when options.steps is 0.
LeastChange change_least(Damage& damage, const Solution& than, Cost weight, const RepairOptions& options,
                         double seconds);

}  // namespace kilter::schedule
