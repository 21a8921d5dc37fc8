// What is not planned is told once, with its quantity, an item that the order is made of, and a reason that can be.
#include <algorithm>
#include <string>
#include <vector>

#include "check/facts/supply.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

using plan::UnplannedReason;

// The item itself, its components and their substitutes, all the way down.
std::vector<bool> made_of(const model::Plant& plant, model::ItemId item) {
  std::vector<bool> found(plant.items.size(), false);
  std::vector<model::ItemId> left{item};
  while (!left.empty()) {
    const model::ItemId next = left.back();
    left.pop_back();
    if (found[next.index()]) continue;
    found[next.index()] = true;
    for (const model::BomLineId id : plant.items[next].bom) {
      left.push_back(plant.bom_lines[id].component);
      for (const model::Substitute& other : plant.bom_lines[id].substitutes) left.push_back(other.item);
    }
  }
  return found;
}

class Reasons {
 public:
  Reasons(const Facts& facts, const plan::Unplanned& told) : facts_(facts), plant_(facts.plant), told_(told) {}

  // Whether the reason can be one at all for this item and order.
  [[nodiscard]] bool possible() const {
    const bool own = told_.item == plant_.orders[told_.order].item;
    switch (told_.reason) {
      case UnplannedReason::no_source:
        return own && item().source != model::Source::buy && (!can_make() || item().lot_maximum.positive()) &&
               !stock_covers_all();
      case UnplannedReason::no_offer:
        return own && item().source != model::Source::make && !stock_covers_all();
      case UnplannedReason::component_unplanned:
        return !own;
      case UnplannedReason::budget_cap:
        return std::any_of(plant_.budgets.begin(), plant_.budgets.end(),
                           [](const model::Budget& budget) { return budget.hard_cap.has_value(); });
      case UnplannedReason::vendor_capacity:
        return any_offer(
            [&](const model::Offer& offer) { return plant_.vendors[offer.vendor].capacity_per_week.positive(); });
      case UnplannedReason::expired:
        return may_expire();
      case UnplannedReason::no_unit:
        return any_operation([](const model::Operation& operation) { return !operation.units.empty(); });
      case UnplannedReason::no_person:
        return any_operation(
            [](const model::Operation& operation) { return !operation.skills.empty() || !operation.tools.empty(); });
      case UnplannedReason::infeasible_wait:
        return any_operation([](const model::Operation& operation) {
          return std::any_of(operation.predecessors.begin(), operation.predecessors.end(),
                             [](const model::Predecessor& before) { return before.maximum_wait.has_value(); });
        });
      case UnplannedReason::beyond_horizon:
        break;
    }
    return true;
  }

 private:
  [[nodiscard]] const model::Item& item() const { return plant_.items[told_.item]; }
  [[nodiscard]] bool can_make() const {
    return !item().make_site.valid() || item().make_site == plant_.orders[told_.order].site;
  }
  template <class Test>
  [[nodiscard]] bool any_offer(Test test) const {
    for (const model::OfferId id : item().offers) {
      if (test(plant_.offers[id])) return true;
    }
    return false;
  }
  template <class Test>
  [[nodiscard]] bool any_operation(Test test) const {
    for (const model::OperationId id : item().operations) {
      if (test(plant_.operations[id])) return true;
    }
    return false;
  }
  [[nodiscard]] bool may_expire() const {
    return item().shelf_life || std::any_of(plant_.stock.begin(), plant_.stock.end(), [&](const model::Stock& lot) {
             return lot.item == told_.item && lot.expiry;
           });
  }
  [[nodiscard]] bool is_component() const {
    return std::any_of(plant_.bom_lines.begin(), plant_.bom_lines.end(), [this](const model::BomLine& line) {
      return line.component == told_.item ||
             std::any_of(line.substitutes.begin(), line.substitutes.end(),
                         [this](const model::Substitute& other) { return other.item == told_.item; });
    });
  }
  // Nobody but customer orders wants the item, and what lies there and does not expire is enough for all of them.
  [[nodiscard]] bool stock_covers_all() const {
    base::Quantity wanted;
    for (const model::CustomerOrder& order : plant_.orders) {
      const bool same = order.item == told_.item && order.site == plant_.orders[told_.order].site;
      if (same && order.status == model::OrderStatus::firm) wanted += order.quantity;
    }
    if (is_component()) return false;
    base::Quantity there;
    for (const model::Stock& lot : plant_.stock) {
      const bool counts = !lot.location.valid() || plant_.locations[lot.location].nettable;
      if (lot.item != told_.item || lot.site != plant_.orders[told_.order].site) continue;
      if (counts && !lot.held && !lot.expiry) there += lot.quantity;
    }
    return there >= wanted;
  }

  const Facts& facts_;
  const model::Plant& plant_;
  const plan::Unplanned& told_;
};

void check_row(const Facts& facts, const plan::Unplanned& told, Report& report) {
  if (!made_of(facts.plant, facts.plant.orders[told.order].item)[told.item.index()]) {
    report.add("unplanned", [&] {
      return facts.names.order(told.order) + " is said to fail for " + facts.names.item(told.item) +
             ", of which it is not made";
    });
    return;
  }
  if (Reasons(facts, told).possible()) return;
  report.add("unplanned", [&] {
    return facts.names.order(told.order) + " is said to fail for " + facts.names.item(told.item) +
           " for a reason that the plant does not give";
  });
}

}  // namespace

void check_unplanned(const Facts& facts, Report& report) {
  std::vector<base::Quantity> missing(facts.plant.orders.size());
  for (const plan::Unplanned& told : facts.plan.unplanned) {
    check_row(facts, told, report);
    missing[told.order.index()] += told.quantity;
  }
  for (const model::OrderId id : ids_of(facts.plant.orders)) {
    const model::CustomerOrder& order = facts.plant.orders[id];
    base::Quantity open = order.status == model::OrderStatus::firm ? order.quantity : base::Quantity::zero();
    for (const plan::PegId peg : facts.supplied_to(plan::DemandKind::order, id.index())) {
      open -= facts.plan.pegs[peg].quantity;
    }
    if (open == missing[id.index()] || open.negative()) continue;
    report.add("unplanned", [&] {
      return facts.names.order(id) + ": " + text(open) + " are not planned; " + text(missing[id.index()]) +
             " are listed as unplanned";
    });
  }
}

}  // namespace kilter::check
