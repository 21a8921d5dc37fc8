// A schedule in which only what is fixed stands, and what one operation follows: where that operation can begin, others
// giving way.
//
//   W-2  |==runs==|....|=fixed=|......        MO-9/20 needs 3 h and follows MO-9/10
//   W-1  ....|=MO-9/10=|..............        earliest(W-2, from 0)  ->  behind the fixed one
#pragma once

#include <vector>

#include "schedule/dispatch/place/placer.hpp"
#include "schedule/repair/ways/insertion.hpp"
#include "schedule/repair/ways/repairs.hpp"

namespace kilter::coordinate {

class Standing {
 public:
  // Borrows the damage. O(N).
  Standing(schedule::Damage& damage, schedule::Index op);

  // When what it follows, its material and its clearances let it begin; kNever: something it follows has no place.
  [[nodiscard]] time::Tick ready() const;
  // The first start from `from` on in one of its modes, on that unit's lanes; not possible: there is none before the
  // horizon.
  schedule::Choice earliest(schedule::Index mode, time::Tick from);

  // What holds a lane at `at`; kNone: nothing that is fixed.
  [[nodiscard]] schedule::Index holder(schedule::Index lane, time::Tick at) const;
  [[nodiscard]] const schedule::State& state() const { return state_; }

 private:
  static schedule::State fixed_and_before(schedule::Damage& damage, schedule::Index op);

  schedule::Damage& damage_;
  schedule::Index op_;
  schedule::State state_;
  schedule::Insertion insertion_;
};

}  // namespace kilter::coordinate
