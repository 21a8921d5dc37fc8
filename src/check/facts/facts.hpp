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
  // When a placement can be worked on inside [from, until): unit or vendor open, all its persons at work, whatever
  // their attendance. Certificates are not asked for.
  [[nodiscard]] Intervals present(plan::PlacementId id, Tick from, Tick until) const;
  // The same, and all of its persons certified: what is worked when the placement is.
  //
  // Where a person may work only so many hours, the plan decides which. Two ways are taken for good: to work on through
  // the shift (check/people/hours.cpp then counts the sums), or to pause after the first so many hours of the shift in
  // a day or week. A placement pauses when its time is more than its work would take without, and with the
  // fewest of its persons that explain it.
  [[nodiscard]] Intervals effective(plan::PlacementId id, Tick from, Tick until) const;
  // Started work goes on from here: when its people and tools come to it, else as late as its end allows.
  [[nodiscard]] Tick resumed(plan::PlacementId id) const;
  // Whether work that goes on `from` then was interrupted for other work, started on the same machine and done by then.
  [[nodiscard]] bool interrupted(plan::PlacementId id, Tick from) const;
  // Whether a clearance, given or not, is about the placement. One of a customer order is about what is made for that
  // order and ends up in no other.
  [[nodiscard]] bool is_about(const model::Clearance& clearance, plan::PlacementId id) const;
  // From when on a customer order may be delivered by those of its clearances that have a date; 0: at once.
  [[nodiscard]] Tick cleared_from(model::OrderId order) const;
  // The floor's word on a placement; null when there is none.
  [[nodiscard]] const model::OperationProgress* progress(plan::PlacementId id) const;

 private:
  // Of the people at a placement those who may work only so many hours, by bit in the order of its skill needs.
  [[nodiscard]] std::uint32_t limited_people(plan::PlacementId id) const;
  void find_pausing(plan::PlacementId id);
  void find_shared();
  // Marks what ends up in a customer order, from there upwards; what two orders reach is shared.
  void mark_suppliers(model::OrderId order, std::vector<model::OrderId>& reached);

  std::vector<std::uint32_t> pausing_;  // by placement: those with hour limits, by bit, that it pauses with
  std::vector<bool> shared_;            // by production order: ends up in several customer orders
  std::vector<Tick> cleared_from_;      // by customer order
};

// Working seconds of a placement that a need asks a person to be there.
std::int64_t attended_work(const plan::Placement& placement, const model::SkillNeed& need);

// Not placed in time at all.
inline bool unplaced(const plan::Placement& placement) {
  return placement.start == time::kNever || placement.end == time::kNever;
}
// Done work is history: only its facts are checked.
inline bool is_done(const plan::Placement& placement) { return placement.status == model::WorkStatus::done; }
// Placed by the plan or running: takes up its unit, people and tools.
inline bool is_live(const plan::Placement& placement) { return !is_done(placement) && !unplaced(placement); }

}  // namespace kilter::check
