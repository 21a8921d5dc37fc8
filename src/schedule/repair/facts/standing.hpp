// Which operations can stand where a published schedule has them, given what has changed. One pass of the timing
// function over the published sequences, with those left out that cannot.
//
//   lane   [A (longer)=====]
//   plan   [A][B][C]..[D][E]      B and C cannot start as published; D and E can, whatever becomes of B and C
#pragma once

#include <cstdint>
#include <vector>

#include "schedule/repair/facts/disruption.hpp"

namespace kilter::schedule {

// What a pass looks at.
enum class Zone : std::uint8_t {
  started,  // operations planned to start before `until`: a setup may have begun before what the operation waits for
  frozen,   // operations planned to start before `until`, and pinned ones: all they wait for must be over by then, for
            // pinned ones behind `until` as it is when all keep their sequences
};

// Operation -> its sequence-dependent setup when it begins exactly as published, with running operations and all others
// that stand in their places, and everything that it waits for by an arc stands too; kNever when it does not. `before`
// is the problem and the schedule as they were, `changed` the same with calendars, work and releases changed. O(N).
std::vector<Tick> standing(const Disrupted& before, const Disrupted& changed, Zone zone, Tick until);

}  // namespace kilter::schedule
