// How far the facts of now have overtaken a published plan: what cannot stay as published, why, and whom that hits when
// nobody does anything. Cheap enough to ask after every fact; repairs.hpp offers ways out.
//
//   W-2 is closed until 14:00        MO-9/20 cannot begin at 11:00: unit closed; MO-11/20 neither: behind it
//                                    SO-118 3 h 20 min late, 12.50 EUR of penalties more
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coordinate/live/differences.hpp"
#include "coordinate/live/published.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Why an operation is not where it was published. The first that holds.
enum class HitCause : std::uint8_t {
  runs_longer,   // it has begun, and will end later
  not_begun,     // it should have begun by now
  unit_gone,     // its unit is not there any more, or may not do it
  material,      // something that it needs comes later
  clearance,     // it waits to be cleared, or for money
  unit_closed,   // its unit is closed for some of the time
  person_away,   // somebody is away for some of the time
  behind_others  // nothing of its own: what stands before it is late
};

struct Hit {
  plan::PlacementId placement;  // of Judgement::nothing_done
  HitCause cause = HitCause::behind_others;
  plan::SupplyKind supply = plan::SupplyKind::stock;  // material: of the blocker
  // WorkUnitId, PersonId, or by `supply` StockId or OpenPurchaseOrderId of the plant now; ItemId of what is to be
  // bought.
  std::uint32_t blocker = 0;
  time::Tick published = 0;     // start; runs_longer: end
  time::Tick nothing_done = 0;  // the same when nobody does anything
};

// What hits that are not behind others have in common.
struct Reason {
  HitCause cause = HitCause::not_begun;
  plan::SupplyKind supply = plan::SupplyKind::stock;
  std::uint32_t blocker = 0;
  std::size_t operations = 0;
  std::string words;  // "W-2 is closed: 3 operations"
};

struct Judgement {
  plan::Plan nothing_done;      // costed, neither explained nor checked
  std::vector<Hit> hits;        // in the plan's order
  std::vector<Reason> reasons;  // those of most operations first
  std::vector<TouchedPromise> promises;
  std::size_t added = 0;  // operations that were not published
  base::Money late;       // penalties of nothing done, less what was published for the same customer orders

  // Whether anything is to be decided.
  [[nodiscard]] bool is_stale() const { return !hits.empty() || !promises.empty() || added > 0; }
};

// `now` as for repairs(). A start, an end or a promise that moves by no more than `tolerance` counts as kept, and work
// that runs so much longer as ending when it was to.
Judgement judge(const model::Plant& now, const Published& published, time::Tick tolerance = 300);

}  // namespace kilter::coordinate
