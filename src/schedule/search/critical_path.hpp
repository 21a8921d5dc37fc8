// Where a late job loses its time: a random waiting operation on the path of binding causes back from its completion.
#pragma once

#include "base/random.hpp"
#include "schedule/search/moves/move.hpp"

namespace kilter::schedule {

// What `op` waits for longest: the node of `op` on the lane that binds it, with the node before it; node kNone when an
// arc, its release or nothing binds. `arc` is then the binding predecessor or kNone.
struct Binding {
  Blocked lane;
  Index arc = kNone;
};
Binding binding_of(const Trial& trial, Index op);

// Walks back from the completion of `job` and stops at random at an operation that waits on a lane; node kNone: there
// is none.
Blocked blocked_on_path(const Trial& trial, Index job, base::Random& random);

// Any operation with what stands before it on its machine or on one of its slots.
Blocked anywhere(const Trial& trial, base::Random& random);

}  // namespace kilter::schedule
