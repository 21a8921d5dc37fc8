// What every rule looks at: the plant, the plan, names for people, open time, and who supplies whom.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "check/facts/names.hpp"
#include "check/facts/open_time.hpp"
#include "check/facts/peg_groups.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::check {

// One attended need of a placement's operation and the person who fills it (none: nobody does).
struct Attended {
  const model::SkillNeed* need = nullptr;
  plan::AssignmentId assignment;
};

struct Facts {
  Facts(const model::Plant& the_plant, const plan::Plan& the_plan);

  const model::Plant& plant;
  const plan::Plan& plan;
  Names names;
  OpenTime open;
  PegGroups by_supply;  // stock, then open purchases, production orders and purchases of the plan
  PegGroups by_demand;  // customer orders, then placements, then safety stock of items

  [[nodiscard]] std::span<const plan::PegId> supplied_by(plan::SupplyKind kind, std::uint32_t index) const;
  [[nodiscard]] std::span<const plan::PegId> supplied_to(plan::DemandKind kind, std::uint32_t index) const;
  [[nodiscard]] const model::Operation& operation(plan::PlacementId id) const {
    return plant.operations[plan.placements[id].operation];
  }
  [[nodiscard]] const plan::ProductionOrder& order(plan::PlacementId id) const {
    return plan.production_orders[plan.placements[id].order];
  }
  // The skill needs of a placement, one entry per head, each with the first free assignment of that skill.
  [[nodiscard]] std::vector<Attended> attended(plan::PlacementId id) const;
  // Effective open time of a placement inside [from, until): unit or vendor and all its persons, whatever their
  // attendance.
  [[nodiscard]] Intervals effective(plan::PlacementId id, Tick from, Tick until) const;
  // The floor's word on a placement; null when there is none.
  [[nodiscard]] const model::OperationProgress* progress(plan::PlacementId id) const;
};

// Not placed in time at all.
inline bool unplaced(const plan::Placement& placement) {
  return placement.start == time::kNever || placement.end == time::kNever;
}
// Done work is history: only its facts are checked.
inline bool is_done(const plan::Placement& placement) { return placement.status == model::WorkStatus::done; }
// Placed by the plan or running: takes up its unit, people and tools.
inline bool is_live(const plan::Placement& placement) { return !is_done(placement) && !unplaced(placement); }

}  // namespace kilter::check
