// Every id and range of the plan points at something that exists, before any other rule follows them.
#include <string>

#include "check/rules.hpp"

namespace kilter::check {
namespace {

class References {
 public:
  References(const model::Plant& plant, const plan::Plan& plan, Report& report)
      : plant_(plant), plan_(plan), report_(report) {}

  void orders() {
    std::uint32_t next = 0;
    for (const plan::ProductionOrderId id : ids_of(plan_.production_orders)) {
      const plan::ProductionOrder& order = plan_.production_orders[id];
      const Who who{"production order", id.index() + 1};
      expect(in(order.item, plant_.items), who, "item");
      expect(in(order.site, plant_.sites), who, "site");
      expect(in_or_none(order.open, plant_.production_orders), who, "open order");
      expect(in_or_none(order.for_order, plant_.orders), who, "customer order");
      expect(countable(order.quantity) && countable(order.good), who, "quantity");
      expect(order.placements.begin().operator*().index() == next || order.placements.empty(), who, "placements");
      for (const plan::PlacementId placement : order.placements) {
        expect(in(placement, plan_.placements), who, "placements");
        if (in(placement, plan_.placements)) expect(plan_.placements[placement].order == id, who, "placements");
        ++next;
      }
      if (in(order.item, plant_.items)) operations(order, who);
    }
    expect(next == plan_.placements.size(), Who{"the plan"}, "number of placements");
  }

  void placements() {
    for (const plan::PlacementId id : ids_of(plan_.placements)) {
      const plan::Placement& placement = plan_.placements[id];
      const Who who{"placement", id.index() + 1};
      expect(in(placement.order, plan_.production_orders), who, "production order");
      expect(in(placement.operation, plant_.operations), who, "operation");
      expect(in_or_none(placement.unit, plant_.work_units), who, "work unit");
      expect(placement.setup >= 0 && placement.run >= 0, who, "working time");
      for (const plan::AssignmentId assignment : placement.assignments) {
        const bool known = in(assignment, plan_.assignments);
        expect(known && plan_.assignments[assignment].placement == id, who, "assignments");
      }
    }
  }

  void assignments() {
    for (const plan::AssignmentId id : ids_of(plan_.assignments)) {
      const plan::Assignment& assignment = plan_.assignments[id];
      const Who who{"assignment", id.index() + 1};
      const bool person = assignment.kind == plan::AssigneeKind::person;
      expect(assignment.index < (person ? plant_.people.size() : plant_.tools.size()), who, "person or tool");
      expect(in(assignment.placement, plan_.placements), who, "placement");
      if (person) expect(in_or_none(assignment.skill, plant_.skills), who, "skill");
      if (!in(assignment.placement, plan_.placements)) continue;
      const auto& range = plan_.placements[assignment.placement].assignments;
      expect(*range.begin() <= id && id < *range.end(), who, "placement's assignments");
    }
  }

  void purchases() {
    for (const plan::PurchaseId id : ids_of(plan_.purchases)) {
      const plan::Purchase& purchase = plan_.purchases[id];
      const Who who{"purchase", id.index() + 1};
      expect(in(purchase.item, plant_.items), who, "item");
      expect(in(purchase.site, plant_.sites), who, "site");
      expect(in(purchase.offer, plant_.offers), who, "offer");
      expect(countable(purchase.quantity) && countable(purchase.good), who, "quantity");
    }
  }

  void pegs() {
    const std::size_t supplies[] = {plant_.stock.size(), plant_.purchase_orders.size(), plan_.production_orders.size(),
                                    plan_.purchases.size()};
    const std::size_t demands[] = {plant_.orders.size(), plan_.placements.size(), plant_.items.size()};
    for (const plan::PegId id : ids_of(plan_.pegs)) {
      const plan::Peg& peg = plan_.pegs[id];
      const Who who{"peg", id.index() + 1};
      expect(peg.supply_index < supplies[static_cast<std::size_t>(peg.supply)], who, "supply");
      expect(peg.demand_index < demands[static_cast<std::size_t>(peg.demand)], who, "demand");
      expect(peg.quantity.positive() && countable(peg.quantity), who, "quantity");
      if (peg.demand == plan::DemandKind::placement) expect(in(peg.line, plant_.bom_lines), who, "BOM line");
    }
  }

  void results() {
    expect(plan_.deliveries.empty() || plan_.deliveries.size() <= plant_.orders.size(), Who{"the plan"}, "deliveries");
    for (const plan::Delivery& delivery : plan_.deliveries)
      expect(in(delivery.order, plant_.orders), Who{"delivery"}, "order");
    for (const plan::Unplanned& unplanned : plan_.unplanned) {
      expect(in(unplanned.order, plant_.orders), Who{"unplanned quantity"}, "order");
      expect(in(unplanned.item, plant_.items), Who{"unplanned quantity"}, "item");
    }
    for (const plan::BudgetLine& line : plan_.budgets)
      expect(in(line.budget, plant_.budgets), Who{"budget line"}, "budget");
    for (const plan::LateChain& chain : plan_.late_chains)
      expect(in(chain.order, plant_.orders), Who{"late chain"}, "order");
    for (const plan::Readiness& ready : plan_.readiness) {
      expect(in(ready.placement, plan_.placements), Who{"readiness"}, "placement");
    }
    const std::size_t loaded[] = {plant_.work_centres.size(), plant_.work_units.size(), plant_.skills.size()};
    for (const plan::Load& load : plan_.loads) {
      expect(load.index < loaded[static_cast<std::size_t>(load.kind)], Who{"load"}, "resource");
    }
    const std::size_t open[] = {0, plant_.purchase_orders.size(), plant_.production_orders.size(),
                                plan_.purchases.size()};
    for (const plan::ActionMessage& message : plan_.actions) {
      expect(message.index < open[static_cast<std::size_t>(message.supply)], Who{"action"}, "order");
    }
    for (const plan::OvertimeWindow& window : plan_.overtime) {
      expect(in(window.calendar, plant_.calendars), Who{"overtime window"}, "calendar");
    }
    for (const plan::Deferral& deferral : plan_.deferrals) {
      expect(in_or_none(deferral.order, plant_.orders), Who{"deferral"}, "order");
      expect(in(deferral.budget, plant_.budgets), Who{"deferral"}, "budget");
    }
  }

 private:
  template <class Id, class T>
  static bool in(Id id, const base::IndexedVector<Id, T>& vector) {
    return id.valid() && id.index() < vector.size();
  }
  template <class Id, class T>
  static bool in_or_none(Id id, const base::IndexedVector<Id, T>& vector) {
    return !id.valid() || id.index() < vector.size();
  }
  // No plant that passed the data doctor needs twice ten thousand million of anything; more could not be added up.
  static bool countable(base::Quantity quantity) {
    return !quantity.negative() && quantity <= base::Quantity::units(20'000'000'000);
  }
  // Named only when it is at fault: there may be millions.
  struct Who {
    const char* noun;
    std::size_t number = 0;
  };
  void expect(bool good, const Who& who, const char* what) {
    if (good) return;
    report_.add("broken-reference", [&] {
      const std::string number = who.number == 0 ? "" : " " + std::to_string(who.number);
      return who.noun + number + ": its " + what + " does not fit the plant or the plan";
    });
  }
  // One placement per operation of the item, in its order.
  void operations(const plan::ProductionOrder& order, const Who& who) {
    const auto& wanted = plant_.items[order.item].operations;
    bool same = !wanted.empty() && order.placements.size() == wanted.size();
    auto operation = wanted.begin();
    for (const plan::PlacementId placement : order.placements) {
      if (!same || !in(placement, plan_.placements)) break;
      same = plan_.placements[placement].operation == *operation;
      ++operation;
    }
    expect(same, who, "list of operations");
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  Report& report_;
};

}  // namespace

void check_references(const model::Plant& plant, const plan::Plan& plan, Report& report) {
  References references(plant, plan, report);
  references.orders();
  references.placements();
  references.assignments();
  references.purchases();
  references.pegs();
  references.results();
}

}  // namespace kilter::check
