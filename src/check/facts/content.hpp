// What an operation or order takes and yields: quantities, seconds and component needs, by the definitions of the plant
// folder and nothing of the planner's.
#pragma once

#include <cstdint>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::check {

// Units that reach the operation: the order's quantity less the yields of the operations before it.
base::Quantity quantity_at(const model::Plant& plant, const plan::ProductionOrder& order, model::OperationId operation);
// Units expected good of a production order.
base::Quantity expected_good(const model::Plant& plant, const plan::ProductionOrder& order);
// Working seconds after the setup on a unit (none: at speed 1), for that quantity.
std::int64_t run_seconds(const model::Plant& plant, model::OperationId operation, model::WorkUnitId unit,
                         base::Quantity quantity);
// Working seconds that are left of a started operation: the whole run less that of the units whose good part is done.
std::int64_t remaining_seconds(const model::Plant& plant, const model::OperationProgress& progress,
                               base::Quantity quantity);
// What quantities of an item are multiples of, in millionths: one piece, or the millionth.
std::int64_t grain_of(const model::Item& item);
// What an order of `quantity` needs of a BOM line's own component, scrap and fixed quantity included.
base::Quantity component_need(const model::BomLine& line, base::Quantity quantity);
// The family that a unit must be set up for.
model::FamilyId family_of(const model::Plant& plant, model::OperationId operation);
// The choice that makes a unit eligible; null when it is not.
const model::UnitChoice* choice_of(const model::Operation& operation, model::WorkUnitId unit);

}  // namespace kilter::check
