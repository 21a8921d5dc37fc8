// What needs a person, ranked: one entry per root cause. What cannot be had, what is blocked and what is not where it
// was pinned comes first, then what costs most.
#pragma once

#include <cstdint>
#include <vector>

#include "base/fixed.hpp"
#include "coordinate/brief/root_causes.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

enum class ExceptionKind : std::uint8_t {
  unplanned,      // `item` cannot be had, for `reason`
  late,           // orders are late because of `link`
  small_causes,   // `count` causes of a few minutes each: nobody can act on them one by one
  blocked,        // `count` operations (0: only the delivery) cannot begin: `lamp` waits for `reading`
  lost_pin,       // `placement` could not begin when it is pinned, and is planned anew
  over_soft_cap,  // the plan takes `budget` `over` its soft cap
  over_hard_cap   // work under way takes `budget` `over` its hard cap: the plan itself never does
};

struct Exception {
  ExceptionKind kind = ExceptionKind::unplanned;
  model::ItemId item;
  plan::UnplannedReason reason = plan::UnplannedReason::no_source;
  plan::LateLink link;
  model::Lamp lamp = model::Lamp::material;
  plan::LampReading reading;
  plan::PlacementId placement;
  time::Tick pinned = 0;  // to this start
  model::BudgetId budget;
  base::Money over;
  std::size_t count = 0;
  std::int64_t seconds = 0;            // of lateness
  base::Money money;                   // of penalties
  std::vector<model::OrderId> orders;  // whom it hits
};

std::vector<Exception> exceptions(const model::Plant& plant, const plan::Plan& plan);

}  // namespace kilter::coordinate
