// What a placement waited for between the moment at which its material and predecessors were ready and its start:
// nobody at work who may do it, behind another placement on the unit, for a person, for a tool, for opening hours, or
// by choice of the plan.
//
//   ready                                       start
//     |~ person, on Y at W ~|- queue behind P -|==      the unit stood idle while its person did Y elsewhere, and P,
//   unit:  . . . . . . . . .|======= P ========|==      done by the same person, came first only then
#pragma once

#include <vector>

#include "coordinate/explain/waits/pauses.hpp"
#include "coordinate/explain/waits/queues.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

class Waits {
 public:
  // All must outlive this.
  Waits(const model::Plant& plant, const plan::Plan& plan, Pauses& pauses)
      : plant_(plant), plan_(plan), pauses_(pauses), queues_(plant, plan) {}

  // Links that cover [ready, start of the placement) without gaps, the earliest first; none when it began at once.
  [[nodiscard]] std::vector<plan::LateLink> between(plan::PlacementId id, time::Tick ready);

 private:
  time::Tick add_unstaffed(plan::PlacementId id, time::Tick ready, std::vector<plan::LateLink>& waits);
  time::Tick add_queue(plan::PlacementId id, plan::PlacementId previous, time::Tick from,
                       std::vector<plan::LateLink>& waits) const;
  time::Tick add_busy(plan::PlacementId id, time::Tick from, time::Tick until,
                      std::vector<plan::LateLink>& waits) const;
  [[nodiscard]] time::Tick busy_until(plan::AssignmentId id, time::Tick from, time::Tick until) const;
  [[nodiscard]] plan::PlacementId queued_behind(plan::PlacementId id, time::Tick from) const;
  [[nodiscard]] bool could_start(plan::PlacementId id, time::Tick from, time::Tick until) const;
  [[nodiscard]] std::uint32_t person_of(const plan::Placement& placement) const;

  const model::Plant& plant_;
  const plan::Plan& plan_;
  Pauses& pauses_;
  Queues queues_;
};

}  // namespace kilter::coordinate
