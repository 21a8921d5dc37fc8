// What a placement waited for, its successors among it: work that may not wait long afterwards cannot begin before the
// successor's machine and people are in sight. What keeps those kept this one, too.
//
//   oven    |======= cake =======|== bake ==|        maximum wait mix -> bake: 0
//   mixer   |~ queue, oven ~|mix |                   the mixer was free; the oven was not
#pragma once

#include <optional>
#include <vector>

#include "coordinate/explain/waits/bindings.hpp"
#include "coordinate/explain/waits/pauses.hpp"
#include "coordinate/explain/waits/waits.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

class Holds {
 public:
  // All must outlive this.
  Holds(const model::Plant& plant, const plan::Plan& plan, const Pauses& pauses, Waits& waits, const Bindings& bindings)
      : plant_(plant), plan_(plan), pauses_(pauses), waits_(waits), bindings_(bindings) {}

  // Links that cover [ready, start of the placement) without gaps, the earliest first. A first link whose placement is
  // a successor lasts until the placement could have begun without being too early for that one; its cause and blocker
  // are what the successor waited for last, closed hours aside, though maybe at a later time than the link's own.
  [[nodiscard]] std::vector<plan::LateLink> between(plan::PlacementId id, time::Tick ready);

 private:
  [[nodiscard]] std::optional<plan::LateLink> held(plan::PlacementId id, time::Tick ready);
  [[nodiscard]] std::optional<plan::LateLink> blocked(plan::PlacementId successor, time::Tick ready,
                                                      plan::PlacementId held);
  [[nodiscard]] bool is_itself(const plan::LateLink& link, plan::PlacementId held) const;
  [[nodiscard]] bool whole(const plan::Placement& placement) const;
  [[nodiscard]] time::Tick end_if_begun(const plan::Placement& placement, time::Tick ready) const;
  [[nodiscard]] time::Tick latest_start(const plan::Placement& placement, time::Tick end) const;

  const model::Plant& plant_;
  const plan::Plan& plan_;
  const Pauses& pauses_;
  Waits& waits_;
  const Bindings& bindings_;
};

}  // namespace kilter::coordinate
