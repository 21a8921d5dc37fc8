// The readiness gate (full kit; Ronen 1992): eight lamps for every operation, each with what it waits for and until
// when.

#include <algorithm>

#include "coordinate/explain/explain.hpp"
#include "coordinate/model/clearances.hpp"
#include "coordinate/model/supply_dates.hpp"
#include "plan/peg_index.hpp"
#include "plan/working_hours.hpp"

namespace kilter::coordinate {
namespace {

using model::Lamp;
using plan::LampCause;
using plan::LampReading;
using plan::LampState;
using plan::PegId;
using plan::PlacementId;
using plan::SupplyKind;
using time::kNever;
using time::Tick;

LampReading on_date(LampCause cause, std::uint32_t index, Tick at) {
  return {.state = at > 0 ? LampState::on_date : LampState::ready, .cause = cause, .index = index, .at = at};
}
LampReading blocked(LampCause cause, std::uint32_t index) {
  return {.state = LampState::blocked, .cause = cause, .index = index, .at = kNever};
}
// Blocked before a date, a later date before an earlier one.
void worsen(LampReading& reading, const LampReading& other) {
  const bool worse = other.state != reading.state ? other.state > reading.state : other.at > reading.at;
  if (worse) reading = other;
}

class Gate {
 public:
  Gate(const model::Plant& plant, const plan::Plan& plan)
      : plant_(plant),
        plan_(plan),
        pegs_(plant, plan),
        clearances_(plant, plan),
        held_lot_(plant.items.size()),
        person_back_(plant.people.size(), 0) {
    for (const model::StockId id : base::ids_of(plant.stock)) {
      if (plant.stock[id].held) held_lot_[plant.stock[id].item.index()] = id;
    }
    for (const model::PersonId id : base::ids_of(plant.people)) person_back_[id.index()] = back_from_absence(id);
    for (const model::WorkUnitId id : base::ids_of(plant.work_units)) unit_back_.push_back(back_from_closure(id));
  }

  plan::Readiness read(PlacementId id) const {
    const plan::Placement& placement = plan_.placements[id];
    plan::Readiness readiness{.placement = id};
    const auto lamp = [&](Lamp name) -> LampReading& { return readiness.lamps[static_cast<std::size_t>(name)]; };
    if (placement.status != model::WorkStatus::started) {
      read_material(id, lamp(Lamp::material), lamp(Lamp::money));
      read_people(placement, lamp(Lamp::people));
      read_quality(placement, lamp(Lamp::quality));
    }
    if (placement.unit.valid()) {
      const Tick back = unit_back_[placement.unit.index()];
      if (back > 0) worsen(lamp(Lamp::machine), on_date(LampCause::unit, placement.unit.index(), back));
    }
    for (std::size_t i = 0; i < plant_.clearances.size(); ++i) read_clearance(i, placement, readiness);
    readiness.full_kit = 0;
    for (const LampReading& reading : readiness.lamps) readiness.full_kit = std::max(readiness.full_kit, reading.at);
    return readiness;
  }

 private:
  void read_material(PlacementId id, LampReading& material, LampReading& money) const {
    model::BomLineId waited_for;  // the line of what comes last
    for (const PegId peg_id : pegs_.into(id)) {
      const plan::Peg& peg = plan_.pegs[peg_id];
      const LampReading before = material;
      const Tick at = plan::supplied_at(plant_, plan_, peg);
      switch (peg.supply) {
        case SupplyKind::stock:
          break;
        case SupplyKind::open_purchase:
          worsen(material, on_date(LampCause::open_purchase, peg.supply_index, at));
          break;
        case SupplyKind::production:
          worsen(material, on_date(LampCause::production, peg.supply_index, at));
          break;
        case SupplyKind::purchase:
          worsen(material, on_date(LampCause::purchase, peg.supply_index, at));
          read_money(plan::PurchaseId(peg.supply_index), money);
          break;
      }
      if (material != before) waited_for = peg.line;
    }
    name_held_lot(waited_for, material);
  }

  // Waiting although a lot is there, held: the lot is what to see to. Not where a purchase is still to be sent, which
  // is what somebody must do for the plan to hold.
  void name_held_lot(model::BomLineId waited_for, LampReading& material) const {
    if (material.state == LampState::ready || material.cause == LampCause::purchase || !waited_for.valid()) return;
    const model::StockId held = held_lot_[plant_.bom_lines[waited_for].component.index()];
    if (!held.valid()) return;
    material.cause = LampCause::held_lot;
    material.index = held.index();
  }

  // A purchase in a period whose soft cap the plan exceeds needs somebody's word by its order date.
  void read_money(plan::PurchaseId id, LampReading& money) const {
    const Tick order_at = plan_.purchases[id].order_at;
    for (std::size_t i = 0; i < plan_.budgets.size(); ++i) {
      const model::Budget& budget = plant_.budgets[model::BudgetId(i)];
      const bool counts = plant_.accounts[budget.account].kind == model::AccountKind::material && budget.soft_cap &&
                          plan_.budgets[i].total(budget) > *budget.soft_cap;
      if (!counts || order_at < plant_.frame.tick(budget.from) || order_at >= plant_.frame.tick(budget.until)) continue;
      worsen(money, {.state = LampState::on_date,
                     .cause = LampCause::budget,
                     .index = static_cast<std::uint32_t>(i),
                     .at = std::max<Tick>(order_at, 1)});
    }
  }

  void read_people(const plan::Placement& placement, LampReading& people) const {
    for (const plan::AssignmentId id : placement.assignments) {
      const plan::Assignment& assignment = plan_.assignments[id];
      if (assignment.kind != plan::AssigneeKind::person) continue;
      const Tick back = person_back_[assignment.index];
      if (back > 0) worsen(people, on_date(LampCause::person, assignment.index, back));
    }
  }

  // The operation before it is inspected and not done yet.
  void read_quality(const plan::Placement& placement, LampReading& quality) const {
    const plan::ProductionOrder& order = plan_.production_orders[placement.order];
    const std::uint32_t first = plant_.items[order.item].operations.first().index();
    for (const model::Predecessor& before : plant_.operations[placement.operation].predecessors) {
      if (!plant_.operations[before.operation].inspection) continue;
      const PlacementId other = order.placements.at(before.operation.index() - first);
      if (plan_.placements[other].status == model::WorkStatus::done) continue;
      worsen(quality, on_date(LampCause::inspection, other.index(), plan_.placements[other].end));
    }
  }

  void read_clearance(std::size_t index, const plan::Placement& placement, plan::Readiness& readiness) const {
    const model::Clearance& clearance = plant_.clearances[index];
    if (clearance.cleared) return;
    if (!clearances_.applies(clearance, placement)) return;
    const auto at = static_cast<std::uint32_t>(index);
    LampReading& lamp = readiness.lamps[static_cast<std::size_t>(clearance.lamp)];
    worsen(lamp, clearance.expected ? on_date(LampCause::clearance, at, plant_.frame.tick(*clearance.expected))
                                    : blocked(LampCause::clearance, at));
  }

  // End of an absence that covers the origin; 0 when there is none.
  [[nodiscard]] Tick back_from_absence(model::PersonId id) const { return end_of_cover(plant_.people[id].absences); }
  [[nodiscard]] Tick back_from_closure(model::WorkUnitId id) const {
    return end_of_cover(plant_.work_units[id].closures);
  }
  [[nodiscard]] Tick end_of_cover(const std::vector<model::CalendarException>& closures) const {
    Tick until = 0;
    for (bool grown = true; grown;) {
      grown = false;
      for (const model::CalendarException& closure : closures) {
        const Tick end = plant_.frame.tick(closure.until);
        if (plant_.frame.tick(closure.from) > until || end <= until) continue;
        until = end;
        grown = true;
      }
    }
    return until;
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  plan::PegIndex pegs_;
  Clearances clearances_;
  std::vector<model::StockId> held_lot_;  // per item; none
  std::vector<Tick> person_back_;
  std::vector<Tick> unit_back_;
};

}  // namespace

std::vector<plan::Readiness> readiness(const model::Plant& plant, const plan::Plan& plan) {
  const Gate gate(plant, plan);
  std::vector<plan::Readiness> result;
  result.reserve(plan.placements.size());
  for (const PlacementId id : base::ids_of(plan.placements)) {
    if (plan.placements[id].status != model::WorkStatus::done) result.push_back(gate.read(id));
  }
  return result;
}

}  // namespace kilter::coordinate
