#include "check/facts/content.hpp"

#include <algorithm>
#include <limits>

namespace kilter::check {
namespace {

using base::Int128;
using base::kMicro;

// What a plan says may be anything: too much counts as the largest number, which no sound plan holds.
std::int64_t largest_at_most(Int128 value) {
  return static_cast<std::int64_t>(std::min<Int128>(value, std::numeric_limits<std::int64_t>::max()));
}

std::int64_t ceil_div(Int128 a, Int128 b) { return largest_at_most((a + b - 1) / b); }

}  // namespace

std::int64_t grain_of(const model::Item& item) { return item.whole ? kMicro : 1; }

base::Quantity quantity_at(const model::Plant& plant, const plan::ProductionOrder& order,
                           model::OperationId operation) {
  std::int64_t units = order.quantity.raw();
  for (const model::OperationId before : plant.items[order.item].operations) {
    if (before == operation) break;
    units = ceil_div(Int128(units) * plant.operations[before].yield.raw(), kMicro);
  }
  return base::Quantity::micros(units);
}

base::Quantity expected_good(const model::Plant& plant, const plan::ProductionOrder& order) {
  const model::Item& item = plant.items[order.item];
  std::int64_t units = order.quantity.raw();
  for (const model::OperationId step : item.operations) {
    units = static_cast<std::int64_t>(Int128(units) * plant.operations[step].yield.raw() / kMicro);
  }
  return base::Quantity::micros(static_cast<std::int64_t>(Int128(units) * item.yield.raw() / kMicro));
}

std::int64_t run_seconds(const model::Plant& plant, model::OperationId operation, model::WorkUnitId unit,
                         base::Quantity quantity) {
  const model::Operation& step = plant.operations[operation];
  Int128 work = Int128(step.fixed.count()) * kMicro + Int128(step.run_per_unit.count()) * quantity.raw();  // s x 1e6
  Int128 speed = kMicro;
  if (unit.valid()) {
    const std::int64_t capacity = plant.work_units[unit].batch_capacity.raw();
    const std::int64_t cycle = step.fixed.count() + step.run_per_unit.count();
    if (capacity > 0) work = Int128(cycle) * ceil_div(quantity.raw(), capacity) * kMicro;
    const model::UnitChoice* choice = choice_of(step, unit);
    if (choice != nullptr) speed = choice->speed.raw();
  }
  return ceil_div(work, speed);
}

std::int64_t remaining_seconds(const model::Plant& plant, const model::OperationProgress& progress,
                               base::Quantity quantity) {
  const std::int64_t whole = run_seconds(plant, progress.operation, progress.unit, quantity);
  if (!progress.done.positive()) return whole;
  const std::int64_t yield = plant.operations[progress.operation].yield.raw();
  const std::int64_t worked = ceil_div(Int128(progress.done.raw()) * kMicro, yield);
  const base::Quantity done = base::Quantity::micros(worked < quantity.raw() ? worked : quantity.raw());
  return whole - run_seconds(plant, progress.operation, progress.unit, done);
}

base::Quantity component_need(const model::BomLine& line, base::Quantity quantity) {
  const Int128 net = Int128(line.per_unit.raw()) * quantity.raw();  // 1e-12
  const Int128 need = Int128(ceil_div(net, kMicro - line.scrap.raw())) + line.fixed.raw();
  return base::Quantity::micros(largest_at_most(need));
}

model::FamilyId family_of(const model::Plant& plant, model::OperationId operation) {
  const model::Operation& step = plant.operations[operation];
  return step.family.valid() ? step.family : plant.items[step.item].family;
}

const model::UnitChoice* choice_of(const model::Operation& operation, model::WorkUnitId unit) {
  for (const model::UnitChoice& choice : operation.units) {
    if (choice.unit == unit) return &choice;
  }
  return nullptr;
}

}  // namespace kilter::check
