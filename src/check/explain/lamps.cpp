// The eight lamps of every operation, read again from the facts: what comes when, who is away, what is not cleared.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "check/facts/supply.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

constexpr std::array<const char*, model::kLampCount> kLampNames = {"material", "people",  "machine",   "tool",
                                                                   "document", "quality", "paperwork", "money"};

struct Lamps {
  std::array<Tick, model::kLampCount> at{};  // 0 = ready
  void wait(model::Lamp lamp, Tick tick) {
    Tick& known = at[static_cast<std::size_t>(lamp)];
    known = std::max(known, tick);
  }
};

class Reader {
 public:
  explicit Reader(const Facts& facts) : facts_(facts) {
    for (const model::Person& person : facts.plant.people) person_back_.push_back(back(person.absences));
    for (const model::WorkUnit& unit : facts.plant.work_units) unit_back_.push_back(back(unit.closures));
  }

  [[nodiscard]] Lamps read(plan::PlacementId id) const {
    const plan::Placement& placement = facts_.plan.placements[id];
    Lamps lamps;
    if (placement.status != model::WorkStatus::started) {
      read_supplies(id, lamps);
      read_people(placement, lamps);
      read_inspections(id, lamps);
    }
    if (placement.unit.valid()) lamps.wait(model::Lamp::machine, unit_back_[placement.unit.index()]);
    for (const model::Clearance& clearance : facts_.plant.clearances) {
      if (clearance.cleared || !holds_back(clearance, id)) continue;
      lamps.wait(clearance.lamp, clearance.expected ? facts_.plant.frame.tick(*clearance.expected) : time::kNever);
    }
    return lamps;
  }

 private:
  // When the absence or closure that lasts now, and those that follow on it, are over; 0: none.
  [[nodiscard]] Tick back(const std::vector<model::CalendarException>& away) const {
    for (const Interval& interval : closed_times(facts_.plant, away)) {
      if (interval.open <= 0 && interval.close > 0) return interval.close;
    }
    return 0;
  }

  void read_supplies(plan::PlacementId id, Lamps& lamps) const {
    for (const plan::PegId peg_id : facts_.supplied_to(plan::DemandKind::placement, id.index())) {
      const plan::Peg& peg = facts_.plan.pegs[peg_id];
      if (peg.supply == plan::SupplyKind::stock) continue;
      lamps.wait(model::Lamp::material, supply_of(facts_, peg).available);
      if (peg.supply == plan::SupplyKind::purchase) read_money(plan::PurchaseId(peg.supply_index), lamps);
    }
  }

  // A purchase on an account whose soft cap the plan exceeds wants somebody's word.
  void read_money(plan::PurchaseId id, Lamps& lamps) const {
    const Tick ordered = facts_.plan.purchases[id].order_at;
    for (const plan::BudgetLine& line : facts_.plan.budgets) {
      const model::Budget& budget = facts_.plant.budgets[line.budget];
      if (facts_.plant.accounts[budget.account].kind != model::AccountKind::material || !budget.soft_cap) continue;
      const bool inside =
          facts_.plant.frame.tick(budget.from) <= ordered && ordered < facts_.plant.frame.tick(budget.until);
      if (inside && budget.spent + budget.committed + line.planned > *budget.soft_cap) {
        lamps.wait(model::Lamp::money, std::max<Tick>(ordered, 1));
      }
    }
  }

  void read_people(const plan::Placement& placement, Lamps& lamps) const {
    for (const plan::AssignmentId id : placement.assignments) {
      const plan::Assignment& assignment = facts_.plan.assignments[id];
      if (assignment.kind == plan::AssigneeKind::person)
        lamps.wait(model::Lamp::people, person_back_[assignment.index]);
    }
  }

  void read_inspections(plan::PlacementId id, Lamps& lamps) const {
    for (const model::Predecessor& before : facts_.operation(id).predecessors) {
      if (!facts_.plant.operations[before.operation].inspection) continue;
      for (const plan::PlacementId other_id : facts_.order(id).placements) {
        const plan::Placement& other = facts_.plan.placements[other_id];
        if (other.operation == before.operation && !is_done(other)) lamps.wait(model::Lamp::quality, other.end);
      }
    }
  }

  [[nodiscard]] bool holds_back(const model::Clearance& clearance, plan::PlacementId id) const {
    if (clearance.operation.valid()) return clearance.operation == facts_.plan.placements[id].operation;
    if (clearance.production_order.valid()) return clearance.production_order == facts_.order(id).open;
    return clearance.order == facts_.order(id).for_order;
  }

  const Facts& facts_;
  std::vector<Tick> person_back_;
  std::vector<Tick> unit_back_;
};

plan::LampState state_of(Tick at) {
  if (at == time::kNever) return plan::LampState::blocked;
  return at > 0 ? plan::LampState::on_date : plan::LampState::ready;
}

void compare(const Facts& facts, const plan::Readiness& told, const Lamps& lamps, Report& report) {
  for (std::size_t lamp = 0; lamp < model::kLampCount; ++lamp) {
    const plan::LampReading& reading = told.lamps[lamp];
    const plan::LampState expected = state_of(lamps.at[lamp]);
    if (reading.state == expected && (expected == plan::LampState::ready || reading.at == lamps.at[lamp])) continue;
    report.add("readiness", [&] {
      return facts.names.placement(told.placement) + ": the lamp of " + kLampNames[lamp] + " says " +
             (reading.state == plan::LampState::ready ? "ready" : facts.names.when(reading.at)) +
             "; by the facts it is " +
             (expected == plan::LampState::ready ? "ready" : facts.names.when(lamps.at[lamp]));
    });
  }
  const Tick full = *std::max_element(lamps.at.begin(), lamps.at.end());
  if (told.full_kit == full) return;
  report.add("full-kit", [&] {
    return facts.names.placement(told.placement) + " is said to have all its pieces at " +
           facts.names.when(told.full_kit) + "; it is " + facts.names.when(full);
  });
}

}  // namespace

void check_readiness(const Facts& facts, Report& report) {
  const Reader reader(facts);
  std::size_t next = 0;
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
    if (is_done(facts.plan.placements[id])) continue;
    if (next < facts.plan.readiness.size() && facts.plan.readiness[next].placement == id) {
      compare(facts, facts.plan.readiness[next++], reader.read(id), report);
      continue;
    }
    report.add("readiness-missing", [&] { return facts.names.placement(id) + " has no lamps, or not in its turn"; });
  }
  if (next == facts.plan.readiness.size()) return;
  report.add("readiness-missing", [&] {
    return std::to_string(facts.plan.readiness.size() - next) +
           " rows of lamps belong to no operation that is to be done";
  });
}

}  // namespace kilter::check
