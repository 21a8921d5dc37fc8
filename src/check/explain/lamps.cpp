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

// Something that a lamp waits for, and until when; 0 or less: it is there.
struct Holdup {
  plan::LampCause cause = plan::LampCause::none;
  std::uint32_t index = 0;
  Tick at = 0;
  std::vector<std::uint32_t> held = {};  // lots on hold whose release would spare the wait
};

struct Lamps {
  std::array<std::vector<Holdup>, model::kLampCount> holdups;
  void wait(model::Lamp lamp, const Holdup& holdup) { holdups[static_cast<std::size_t>(lamp)].push_back(holdup); }
  // Until when a lamp waits; 0 = ready.
  [[nodiscard]] Tick until(std::size_t lamp) const {
    Tick last = 0;
    for (const Holdup& holdup : holdups[lamp]) last = std::max(last, holdup.at);
    return last;
  }
  // Whether a lamp may name this cause: one of those that hold it up longest, or a held lot that would spare the wait
  // for what is made or under way. What is still to be bought hides behind no lot.
  [[nodiscard]] bool may_name(std::size_t lamp, const plan::LampReading& told) const {
    if (told.cause == plan::LampCause::none) return until(lamp) == 0 && told.index == 0 && told.at == time::kLongAgo;
    return std::any_of(holdups[lamp].begin(), holdups[lamp].end(), [&](const Holdup& holdup) {
      if (told.cause == plan::LampCause::held_lot) {
        const bool last = holdup.at > 0 && holdup.at == told.at && holdup.cause != plan::LampCause::purchase;
        return last && std::count(holdup.held.begin(), holdup.held.end(), told.index) > 0;
      }
      return holdup.cause == told.cause && holdup.index == told.index && holdup.at == told.at;
    });
  }
};

plan::LampCause cause_of(plan::SupplyKind kind) {
  switch (kind) {
    case plan::SupplyKind::stock:
      break;  // is there
    case plan::SupplyKind::open_purchase:
      return plan::LampCause::open_purchase;
    case plan::SupplyKind::production:
      return plan::LampCause::production;
    case plan::SupplyKind::purchase:
      return plan::LampCause::purchase;
  }
  return plan::LampCause::none;
}

class Reader {
 public:
  explicit Reader(const Facts& facts) : facts_(facts), held_lots_(facts.plant.items.size()) {
    for (const model::StockId id : ids_of(facts.plant.stock)) {
      const model::Stock& lot = facts.plant.stock[id];
      if (lot.held) held_lots_[lot.item].push_back(id.index());
    }
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
    if (placement.unit.valid() && unit_back_[placement.unit.index()] > 0) {
      const std::uint32_t unit = placement.unit.index();
      lamps.wait(model::Lamp::machine, {.cause = plan::LampCause::unit, .index = unit, .at = unit_back_[unit]});
    }
    for (std::uint32_t i = 0; i < facts_.plant.clearances.size(); ++i) {
      const model::Clearance& clearance = facts_.plant.clearances[i];
      if (clearance.cleared || !facts_.is_about(clearance, id)) continue;
      const Tick at = clearance.expected ? facts_.plant.frame.tick(*clearance.expected) : time::kNever;
      lamps.wait(clearance.lamp, {.cause = plan::LampCause::clearance, .index = i, .at = at});
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
      lamps.wait(model::Lamp::material, {.cause = cause_of(peg.supply),
                                         .index = peg.supply_index,
                                         .at = supply_of(facts_, peg).available,
                                         .held = held_lots_[facts_.plant.bom_lines[peg.line].component]});
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
        lamps.wait(model::Lamp::money,
                   {.cause = plan::LampCause::budget, .index = line.budget.index(), .at = std::max<Tick>(ordered, 1)});
      }
    }
  }

  void read_people(const plan::Placement& placement, Lamps& lamps) const {
    for (const plan::AssignmentId id : placement.assignments) {
      const plan::Assignment& assignment = facts_.plan.assignments[id];
      if (assignment.kind != plan::AssigneeKind::person || person_back_[assignment.index] <= 0) continue;
      lamps.wait(model::Lamp::people,
                 {.cause = plan::LampCause::person, .index = assignment.index, .at = person_back_[assignment.index]});
    }
  }

  void read_inspections(plan::PlacementId id, Lamps& lamps) const {
    for (const model::Predecessor& before : facts_.operation(id).predecessors) {
      if (!facts_.plant.operations[before.operation].inspection) continue;
      for (const plan::PlacementId other_id : facts_.order(id).placements) {
        const plan::Placement& other = facts_.plan.placements[other_id];
        if (other.operation != before.operation || is_done(other)) continue;
        lamps.wait(model::Lamp::quality,
                   {.cause = plan::LampCause::inspection, .index = other_id.index(), .at = other.end});
      }
    }
  }

  const Facts& facts_;
  base::IndexedVector<model::ItemId, std::vector<std::uint32_t>> held_lots_;
  std::vector<Tick> person_back_;
  std::vector<Tick> unit_back_;
};

plan::LampState state_of(Tick at) {
  if (at == time::kNever) return plan::LampState::blocked;
  return at > 0 ? plan::LampState::on_date : plan::LampState::ready;
}

// What a lamp says against what it should say.
std::string lamp_fault(const Facts& facts, const plan::LampReading& reading, Tick until, bool other_cause) {
  const auto words = [&](plan::LampState state, Tick at) {
    return state == plan::LampState::ready ? std::string("ready") : facts.names.when(at);
  };
  return " says " + words(reading.state, reading.at) + "; by the facts it is " + words(state_of(until), until) +
         (other_cause ? ", for another cause" : "");
}

void compare(const Facts& facts, const plan::Readiness& told, const Lamps& lamps, Report& report) {
  Tick full = 0;
  for (std::size_t lamp = 0; lamp < model::kLampCount; ++lamp) {
    const plan::LampReading& reading = told.lamps[lamp];
    const Tick until = lamps.until(lamp);
    full = std::max(full, until);
    const plan::LampState expected = state_of(until);
    const bool right = reading.state == expected && (expected == plan::LampState::ready || reading.at == until);
    if (right && lamps.may_name(lamp, reading)) continue;
    report.add("readiness", [&] {
      return facts.names.placement(told.placement) + ": the lamp of " + kLampNames[lamp] +
             lamp_fault(facts, reading, until, right);
    });
  }
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
