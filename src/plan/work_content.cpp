#include "plan/work_content.hpp"

#include <algorithm>

namespace kilter::plan {
namespace {

using base::Int128;
using base::kMicro;

// ceil((fixed x times + per_unit x units) / speed), saturated below kNever. `times` and `units` in millionths.
Tick seconds_of(const model::Operation& operation, std::int64_t times, std::int64_t units, std::int64_t speed) {
  const Int128 work = Int128(operation.fixed.count()) * times + Int128(operation.run_per_unit.count()) * units;
  const Int128 seconds = (work + speed - 1) / speed;
  return seconds >= kNever ? kNever - 1 : static_cast<Tick>(seconds);
}

}  // namespace

Quantity quantity_at(const model::Plant& plant, Quantity started, model::OperationId operation) {
  Quantity units = started;
  for (const model::OperationId before : plant.items[plant.operations[operation].item].operations) {
    if (before == operation) break;
    if (plant.operations[before].yield != Ratio::one()) units = units.times_ceil(plant.operations[before].yield);
  }
  return units;
}

Quantity good_of(const model::Plant& plant, model::ItemId item, Quantity started) {
  Quantity units = started;
  for (const model::OperationId step : plant.items[item].operations) {
    if (plant.operations[step].yield != Ratio::one()) units = units.times_floor(plant.operations[step].yield);
  }
  return plant.items[item].yield == Ratio::one() ? units : units.times_floor(plant.items[item].yield);
}

Quantity start_for(const model::Plant& plant, model::ItemId item, Quantity good) {
  const model::Item& made = plant.items[item];
  Quantity units = made.yield == Ratio::one() ? good : good.divided_ceil(made.yield);
  for (std::size_t left = made.operations.size(); left > 0; --left) {
    const Ratio yield = plant.operations[model::OperationId((*made.operations.begin()).index() + left - 1)].yield;
    if (yield != Ratio::one()) units = units.divided_ceil(yield);
  }
  return units;
}

Tick run_seconds(const model::Plant& plant, model::OperationId operation, const model::UnitChoice& choice,
                 Quantity units) {
  const Quantity capacity = choice.unit.valid() ? plant.work_units[choice.unit].batch_capacity : Quantity::zero();
  if (!capacity.positive()) return seconds_of(plant.operations[operation], kMicro, units.raw(), choice.speed.raw());
  const Int128 cycles = (Int128(units.raw()) + capacity.raw() - 1) / capacity.raw() * kMicro;
  const std::int64_t counted = base::saturated(cycles);
  return seconds_of(plant.operations[operation], counted, counted, choice.speed.raw());
}

Quantity component_need(const model::BomLine& line, Quantity started) {
  const std::int64_t kept = kMicro - line.scrap.raw();
  return Quantity::micros(base::mul_div_ceil(line.per_unit.raw(), started.raw(), kept)) + line.fixed;
}

}  // namespace kilter::plan
