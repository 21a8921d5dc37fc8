// A new start between two members of the pool: operations are ordered by a weighted mean of their places in both
// (order interpolation). Since both orders agree with the arcs, the mean does: no repair. O(N log N).
#pragma once

#include "base/random.hpp"
#include "schedule/makespan/pool.hpp"

namespace kilter::schedule {

// `share` 0: the order of a, 1: of b. Alternatives come from b with chance `share`, else from a; between lanes that are
// alike the one that is free first is taken. Not timed: makespan kNever.
Sequence interpolate(const Shop& shop, const Pool::Member& a, const Pool::Member& b, double share,
                     base::Random& random);

}  // namespace kilter::schedule
