#include "model/doctor/demand/cost_bound.hpp"

#include <algorithm>

#include "model/doctor/demand/amounts.hpp"

namespace kilter::model {
namespace {

constexpr double kDay = 86'400.0;
constexpr double kHour = 3'600.0;

double seconds(Duration duration) { return sane(duration); }

}  // namespace

double days_to_horizon(const Policy& policy) {
  return static_cast<double>((policy.horizon - policy.origin).count()) / kDay;
}

CostBound::CostBound(const Plant& plant, double days) : plant_(plant), days_(days), gross_(plant) {
  for (const Person& person : plant_.people) {
    wage_ = std::max({wage_, sane(person.wage), sane(person.overtime_wage)});
  }
  for (const SetupMatrix& matrix : plant_.setup_matrices) {
    double dearest = 0;
    for (const Money cost : matrix.cost) dearest = std::max(dearest, sane(cost));
    setup_.push_back(dearest);
  }
}

double CostBound::item(ItemId id) const { return gross_.started(id) * dearest(id) + order_costs(id); }

// Of a unit, held to the end.
double CostBound::dearest(ItemId id) const {
  const Item& item = plant_.items[id];
  double price = 0;
  for (const OfferId offer : item.offers) {
    for (const PriceBreak& step : plant_.offers[offer].prices) price = std::max(price, sane(step.price));
  }
  return price + sane(item.cost) * sane(plant_.policy.holding_per_year) * 2 * days_ / 365;
}

double CostBound::order_costs(ItemId id) const {
  double cost = 0;
  for (const OfferId offer : plant_.items[id].offers) cost = std::max(cost, sane(plant_.offers[offer].order_cost));
  return cost * gross_.lots(id);
}

// On its dearest unit, with its people at the dearest wage.
double CostBound::inside(const Operation& operation, double units, double lots) const {
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

double CostBound::work(OperationId id) const {
  const Operation& operation = plant_.operations[id];
  if (plant_.items[operation.item].source == Source::buy) return 0;
  const double units = std::min(gross_.started(operation.item), kMostUnits);
  const double outside = operation.vendor.valid() ? units * sane(operation.outside_price) : 0;
  return std::max(outside, inside(operation, units, gross_.lots(operation.item)));
}

double CostBound::lateness(OrderId id) const {
  const CustomerOrder& order = plant_.orders[id];
  if (order.status != OrderStatus::firm) return 0;
  const double urgency = std::clamp(order.priority, 1, 1000);
  const double by_default = sane(plant_.policy.default_penalty_per_day) * urgency * (urgency + 1) / 2;
  const double penalty = order.penalty_per_day.positive() ? sane(order.penalty_per_day) : by_default;
  const double past = static_cast<double>((plant_.policy.origin - order.due()).count()) / kDay;
  return penalty * (days_ + std::max(0.0, past));
}

double CostBound::all() const {
  double sum = 0;
  for (const ItemId id : ids_of(plant_.items)) sum += item(id);
  for (const OperationId id : ids_of(plant_.operations)) sum += work(id);
  for (const OrderId id : ids_of(plant_.orders)) sum += lateness(id);
  return sum;
}

}  // namespace kilter::model
