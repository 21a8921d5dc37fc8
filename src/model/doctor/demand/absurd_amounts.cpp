// Quantities and amounts of money that no plan can count (demand/amounts.hpp): single values are within their limits,
// but a large order times a large BOM quantity times a large price need not be.
#include <algorithm>
#include <cmath>

#include "model/doctor/demand/amounts.hpp"
#include "model/doctor/demand/cost_bound.hpp"
#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

// A number with thousands separated: "18,446,744,073".
std::string text(double number) {
  std::string digits = std::to_string(std::llround(std::min(number, 9e18)));
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

class Amounts {
 public:
  explicit Amounts(Examination& exam)
      : exam_(exam),
        plant_(exam.plant),
        bound_(exam.plant, exam.build.dates_known ? days_to_horizon(exam.plant.policy) : 0) {}

  void examine() {
    for (const ItemId id : bound_.gross().parents_first()) examine_item(id);
    examine_supply();
    for (const OperationId id : ids_of(plant_.operations)) examine_operation(id);
    for (const OrderId id : ids_of(plant_.orders)) examine_order(id);
    if (sum_ > kMostMoneyInAll && !said_) {
      exam_.report.error("absurd-cost", spot(exam_.draft.plant, "currency", exam_.draft.plant.currency),
                         "material, work and lateness could cost up to " + text(sum_) + ", more than the " +
                             text(kMostMoneyInAll) + " that can be counted",
                         kSmallerMoney);
    }
  }

 private:
  static constexpr const char* kSmallerMoney =
      "Check quantities, times, rates and penalties, or give all money in a larger unit, such as thousands.";

  void examine_item(ItemId id) {
    const double units = bound_.gross().started(id);
    const ItemRow& row = exam_.draft.items[id.index()];
    const std::string name = "item \"" + Report::shortened(plant_.items[id].id) + "\": up to " + text(units);
    if (units > kMostUnits) {
      exam_.report.error(
          "absurd-demand", spot(row, "id", row.id),
          name + " are wanted in all, more than the " + text(kMostUnits) + " that can be planned",
          "Check the quantities of orders, BOM lines, lots and offers, or count it in a larger unit of measure.");
      return;
    }
    const double worth = bound_.item(id);
    sum_ += worth;
    if (worth <= kMostMoney) return;
    exam_.report.error("absurd-cost", spot(row, "id", row.id),
                       name + " are wanted in all, worth " + text(worth) + ": more than the " + text(kMostMoney) +
                           " that can be counted",
                       kSmallerMoney);
  }

  void examine_supply() {
    IndexedVector<ItemId, double> units(plant_.items.size());
    const auto count = [&units](const auto& supply) {
      if (supply.item.valid()) units[supply.item] += sane(supply.quantity);
    };
    for (const Stock& stock : plant_.stock) count(stock);
    for (const OpenPurchaseOrder& order : plant_.purchase_orders) count(order);
    for (const ItemId id : ids_of(plant_.items)) {
      if (!(units[id] > kMostUnits)) continue;
      const ItemRow& row = exam_.draft.items[id.index()];
      exam_.report.error("absurd-stock", spot(row, "id", row.id),
                         "item \"" + Report::shortened(plant_.items[id].id) + "\": " + text(units[id]) +
                             " are in stock and on order, more than the " + text(kMostUnits) + " that can be planned",
                         "Check the quantities, or count it in a larger unit of measure.");
    }
  }

  void examine_operation(OperationId id) {
    const double cost = bound_.work(id);
    sum_ += cost;
    if (cost <= kMostMoney || said_) return;
    said_ = true;
    exam_.report.error("absurd-cost", spot_of(exam_, id, "operation"),
                       named(plant_, id) + ": the work on " + text(bound_.gross().started(plant_.operations[id].item)) +
                           " could cost " + text(cost) + ", more than the " + text(kMostMoney) + " that can be counted",
                       kSmallerMoney);
  }

  // Late to the end of the horizon.
  void examine_order(OrderId id) {
    const CustomerOrder& order = plant_.orders[id];
    const double cost = bound_.lateness(id);
    sum_ += cost;
    if (cost <= kMostMoney || said_) return;
    said_ = true;
    const OrderRow& row = exam_.draft.orders[id.index()];
    exam_.report.error("absurd-cost", spot(row, "id", row.id),
                       "order \"" + Report::shortened(order.id) + "\": being late to the horizon would cost " +
                           text(cost) + ", more than the " + text(kMostMoney) + " that can be counted",
                       kSmallerMoney);
  }

  Examination& exam_;
  const Plant& plant_;
  CostBound bound_;
  double sum_ = 0;  // of everything
  bool said_ = false;
};

}  // namespace

void find_absurd_amounts(Examination& exam) { Amounts(exam).examine(); }

}  // namespace kilter::model
