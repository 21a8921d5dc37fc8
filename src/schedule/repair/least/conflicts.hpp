// What cannot be kept of a published schedule, whatever is done with the rest: operations whose own place is gone, and
// pairs of operations of which one at least must give way. Every repair breaks a cover of these, so the least weight of
// a cover is a bound on what must change.
//
//   lane  [A is longer ====]            A and B cannot both stay: a pair. C starts before its material comes: alone
//         [A       ][B   ]
#pragma once

#include <utility>
#include <vector>

#include "schedule/repair/ways/repairs.hpp"

namespace kilter::schedule {

struct Conflicts {
  std::vector<Index> alone;                    // operations that must give way
  std::vector<std::pair<Index, Index>> pairs;  // of others
};

// Two that may be in one batch are no pair because of their lane. For starts that may differ by `tolerance` from the
// published ones. Between operations only what follows from the shortest work of what lies between them counts. O(N log
// N) and what waits for operations that end later than planned.
Conflicts find_conflicts(Damage& damage, Tick tolerance);

}  // namespace kilter::schedule
