// Open production orders carried over from the floor: kept with their size and the facts about their operations.
#pragma once

#include <vector>

#include "material/explode.hpp"
#include "model/plant.hpp"

namespace kilter::material {

// Adds every firm and released order that is not `dropped` to an empty plan, with one placement per operation:
//   done     unit, start and end as reported
//   started  unit and start as reported, `run` = working seconds of the units not done yet, from the origin on; of what
//            goes on by itself or at a vendor's, less what has passed since its start
//   pinned   unit and start as decided
// `planned` orders are left out: they are planned anew. Needs are the due dates until demand is pegged.
void carry_over(const model::Plant& plant, const Concessions::GivenUp& dropped, MaterialPlan& plan);

// Whether the order has already taken the component of a BOM line: the operation that consumes it has begun.
bool consumed(const model::Plant& plant, const MaterialPlan& plan, const plan::ProductionOrder& order,
              const model::BomLine& line);

// The placement that consumes a BOM line.
plan::PlacementId consumer(const model::Plant& plant, const plan::ProductionOrder& order, const model::BomLine& line);

}  // namespace kilter::material
