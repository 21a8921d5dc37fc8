// What an operation of a production order takes: units that reach it and working seconds on a unit. The planner's one
// definition; the checker has its own.
//
//   const Quantity units = quantity_at(plant, order, operation);
//   const Tick run = run_seconds(plant, operation, choice, units);   // without any setup
#pragma once

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::plan {

// Units that reach `operation` when `started` units of its item are started: after the yields of the operations before
// it in Item::operations, each step rounded up to the next millionth.
Quantity quantity_at(const model::Plant& plant, Quantity started, model::OperationId operation);
inline Quantity quantity_at(const model::Plant& plant, const ProductionOrder& order, model::OperationId operation) {
  return quantity_at(plant, order.quantity, operation);
}

// Units expected good of `started` units of an item: less the yields of all its operations and of the item, each step
// rounded down.
Quantity good_of(const model::Plant& plant, model::ItemId item, Quantity started);

// The least quantity to start for at least `good` good units: good_of(start_for(g)) >= g.
Quantity start_for(const model::Plant& plant, model::ItemId item, Quantity good);

// Working seconds after the setup, for `units` units on `choice`: ceil((fixed + run per unit x units) / speed). On a
// unit with a batch capacity a cycle of fixed and run_per_unit counts for every batch begun. A choice without a unit:
// no machine (waiting), speed 1. Saturates below kNever.
Tick run_seconds(const model::Plant& plant, model::OperationId operation, const model::UnitChoice& choice,
                 Quantity units);

// Net quantity of a BOM line's own component for an order of `started` units: per unit, over 1 - scrap, plus the fixed
// quantity. It may be a fraction of a piece: expected scrap. What is made and bought for it comes in whole ones.
Quantity component_need(const model::BomLine& line, Quantity started);

}  // namespace kilter::plan
