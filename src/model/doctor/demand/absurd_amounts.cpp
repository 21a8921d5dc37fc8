// Quantities and amounts of money that no plan can count (demand/amounts.hpp): single values are within their limits,
// but a large order times a large BOM quantity times a large price need not be.
#include <algorithm>
#include <cmath>

#include "model/doctor/demand/amounts.hpp"
#include "model/doctor/demand/gross_demand.hpp"
#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

constexpr double kDay = 86'400.0;
constexpr double kHour = 3'600.0;

double seconds(Duration duration) { return sane(duration); }

// A number with thousands separated: "18,446,744,073".
std::string text(double number) {
  std::string digits = std::to_string(std::llround(std::min(number, 9e18)));
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

double days_to_horizon(const Examination& exam) {
  const Policy& policy = exam.plant.policy;
  return exam.build.dates_known ? static_cast<double>((policy.horizon - policy.origin).count()) / kDay : 0;
}

class Amounts {
 public:
  explicit Amounts(Examination& exam) : exam_(exam), plant_(exam.plant), gross_(exam.plant) {
    for (const Person& person : plant_.people) {
      wage_ = std::max({wage_, sane(person.wage), sane(person.overtime_wage)});
    }
    for (const SetupMatrix& matrix : plant_.setup_matrices) {
      double dearest = 0;
      for (const Money cost : matrix.cost) dearest = std::max(dearest, sane(cost));
      setup_.push_back(dearest);
    }
  }

  void examine() {
    for (const ItemId id : gross_.parents_first()) examine_item(id);
    examine_supply();
    for (const OperationId id : ids_of(plant_.operations)) examine_operation(id);
    for (const OrderId id : ids_of(plant_.orders)) examine_order(id);
    if (sum_ > kMostMoney && !said_) {
      exam_.report.error("absurd-cost", spot(exam_.draft.plant, "currency", exam_.draft.plant.currency),
                         "work and lateness could cost up to " + text(sum_) + ", more than the " + text(kMostMoney) +
                             " that can be counted",
                         kSmallerMoney);
    }
  }

 private:
  static constexpr const char* kSmallerMoney =
      "Check quantities, times, rates and penalties, or give all money in a larger unit, such as thousands.";

  void examine_item(ItemId id) {
    const double units = gross_.started(id);
    const ItemRow& row = exam_.draft.items[id.index()];
    const std::string name = "item \"" + Report::shortened(plant_.items[id].id) + "\": up to " + text(units);
    if (units > kMostUnits) {
      exam_.report.error(
          "absurd-demand", spot(row, "id", row.id),
          name + " are wanted in all, more than the " + text(kMostUnits) + " that can be planned",
          "Check the quantities of orders, BOM lines, lots and offers, or count it in a larger unit of measure.");
      return;
    }
    const double worth = units * dearest(id) + order_costs(id);
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

  // Of a unit, held to the end.
  [[nodiscard]] double dearest(ItemId id) const {
    const Item& item = plant_.items[id];
    double price = 0;
    for (const OfferId offer : item.offers) {
      for (const PriceBreak& step : plant_.offers[offer].prices) price = std::max(price, sane(step.price));
    }
    return price + sane(item.cost) * sane(plant_.policy.holding_per_year) * 2 * days_to_horizon(exam_) / 365;
  }

  [[nodiscard]] double order_costs(ItemId id) const {
    double cost = 0;
    for (const OfferId offer : plant_.items[id].offers) cost = std::max(cost, sane(plant_.offers[offer].order_cost));
    return cost * gross_.lots(id);
  }

  void examine_operation(OperationId id) {
    const Operation& operation = plant_.operations[id];
    if (plant_.items[operation.item].source == Source::buy) return;
    const double units = std::min(gross_.started(operation.item), kMostUnits);
    const double outside = operation.vendor.valid() ? units * sane(operation.outside_price) : 0;
    const double cost = std::max(outside, work_cost(operation, units, gross_.lots(operation.item)));
    sum_ += cost;
    if (cost <= kMostMoney || said_) return;
    said_ = true;
    exam_.report.error("absurd-cost", spot_of(exam_, id, "operation"),
                       named(plant_, id) + ": the work on " + text(units) + " could cost " + text(cost) +
                           ", more than the " + text(kMostMoney) + " that can be counted",
                       kSmallerMoney);
  }

  // On its dearest unit, with its people at the dearest wage.
  [[nodiscard]] double work_cost(const Operation& operation, double units, double lots) const {
    double heads = 0;
    for (const SkillNeed& need : operation.skills) heads += need.head_count;
    const double once = seconds(operation.setup) + seconds(operation.fixed);
    double most = (lots * once + units * seconds(operation.run_per_unit)) / kHour * heads * wage_;
    for (const UnitChoice& choice : operation.units) {
      if (!choice.unit.valid() || !(choice.speed > Ratio())) continue;
      const WorkUnit& unit = plant_.work_units[choice.unit];
      const double cycles = unit.batch_capacity.positive() ? units / real(unit.batch_capacity) + lots : units;
      const double worked = (lots * once + cycles * seconds(operation.run_per_unit)) / real(choice.speed);
      const double rate = std::max(sane(unit.cost), sane(unit.overtime_cost)) + heads * wage_;
      const double setup = unit.setup_matrix.valid() ? setup_[unit.setup_matrix.index()] : 0;
      most = std::max(most, worked / kHour * rate + lots * setup);
    }
    return most;
  }

  // Late to the end of the horizon.
  void examine_order(OrderId id) {
    const CustomerOrder& order = plant_.orders[id];
    if (order.status != OrderStatus::firm) return;
    const double urgency = std::clamp(order.priority, 1, 1000);
    const double by_default = sane(plant_.policy.default_penalty_per_day) * urgency * (urgency + 1) / 2;
    const double penalty = order.penalty_per_day.positive() ? sane(order.penalty_per_day) : by_default;
    const double past = static_cast<double>((plant_.policy.origin - order.due()).count()) / kDay;
    const double cost = penalty * (days_to_horizon(exam_) + std::max(0.0, past));
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
  GrossDemand gross_;
  double wage_ = 0;            // the dearest
  std::vector<double> setup_;  // the dearest change of each matrix
  double sum_ = 0;             // of all work and lateness
  bool said_ = false;
};

}  // namespace

void find_absurd_amounts(Examination& exam) { Amounts(exam).examine(); }

}  // namespace kilter::model
