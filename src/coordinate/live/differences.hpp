// What a plan of today changes in a published one: promises to customers, operations, people, money.
#pragma once

#include <array>
#include <vector>

#include "coordinate/live/published.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// A customer order that is later, or less late, than was published; or new. Ticks from now; kNever: not planned whole.
struct TouchedPromise {
  model::OrderId order;
  time::Tick due = 0;
  time::Tick published = time::kNever;
  time::Tick delivered = time::kNever;
  bool is_new = false;  // was not promised before: not there, an inquiry, or closed
  friend bool operator==(const TouchedPromise&, const TouchedPromise&) = default;
};

struct MovedOperation {
  plan::PlacementId placement;  // of the new plan
  time::Tick published = 0;     // start
  time::Tick start = 0;
  model::WorkUnitId published_unit;  // none: no machine, or it is not there any more
  model::WorkUnitId unit;
  friend bool operator==(const MovedOperation&, const MovedOperation&) = default;
};

// One person's place at an operation; none: nobody.
struct Reassigned {
  plan::PlacementId placement;  // of the new plan
  model::PersonId published;
  model::PersonId person;
  friend bool operator==(const Reassigned&, const Reassigned&) = default;
};

struct Differences {
  std::vector<TouchedPromise> promises;  // in the plant's order
  std::vector<MovedOperation> moved;     // in the plan's order: start by more than the tolerance, or another unit
  std::vector<Reassigned> reassigned;    // in the plan's order
  std::size_t broken = 0;                // operations moved or with other people
  std::size_t added = 0;                 // operations that were not planned before
  friend bool operator==(const Differences&, const Differences&) = default;
};

// `plan` is for `now`; `work` for both. What is done or runs is a fact and no difference. O(n).
Differences differences(const Published& published, const Counterparts& counterparts, const PublishedWork& work,
                        const model::Plant& now, const plan::Plan& plan, time::Tick tolerance);

using MoneyDifference = std::array<base::Money, plan::kCostKindCount>;  // by plan::CostKind

// `of` less `than`, exactly.
MoneyDifference money_difference(const plan::Objective& of, const plan::Objective& than);
base::Money total(const MoneyDifference& difference);

}  // namespace kilter::coordinate
