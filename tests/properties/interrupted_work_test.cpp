// Several operations started on one machine: one is at it, what is left of the others goes on in its turn.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "base/random.hpp"
#include "coordinate/make_plan.hpp"
#include "model/builder.hpp"
#include "support/random_plant.hpp"

namespace kilter::properties {
namespace {

using model::PlantDraft;

// A unit that may do the operation; empty: it needs none.
model::Text unit_for(const PlantDraft& draft, const model::OperationRow& operation) {
  for (const model::OperationUnitRow& row : draft.operation_units) {
    if (row.item == operation.item && row.operation == operation.operation) return row.work_unit;
  }
  for (const model::WorkUnitRow& unit : draft.work_units) {
    if (!operation.work_centre.empty() && unit.work_centre == operation.work_centre) return unit.id;
  }
  return {};
}

// Every production order on the floor has begun, on the same unit as all others of its work centre.
PlantDraft with_everything_started(std::uint64_t seed) {
  PlantDraft draft = support::random_draft(seed, 8);
  base::Random random(seed);
  for (const model::ProductionOrderRow& order : draft.production_orders) {
    const bool told = std::any_of(draft.progress.begin(), draft.progress.end(),
                                  [&](const model::ProgressRow& row) { return row.production_order == order.id; });
    const auto first = std::find_if(draft.operations.begin(), draft.operations.end(),
                                    [&](const model::OperationRow& row) { return row.item == order.item; });
    if (told || first == draft.operations.end() || order.status == model::SupplyStatus::planned) continue;
    model::ProgressRow row;
    row.production_order = order.id;
    row.operation = first->operation;
    row.work_unit = unit_for(draft, *first);
    row.status = model::WorkStatus::started;
    row.start = *draft.plant.origin - std::chrono::minutes(random.below(300));
    if (!row.work_unit.empty()) draft.progress.push_back(row);
  }
  return draft;
}

// Started work beyond what the units can do at once.
int interrupted(const plan::Plan& plan, const model::Plant& plant) {
  std::vector<int> started(plant.work_units.size(), 0);
  for (const plan::Placement& placement : plan.placements) {
    if (placement.status == model::WorkStatus::started && placement.unit.valid()) ++started[placement.unit.index()];
  }
  int more = 0;
  for (const model::WorkUnitId id : base::ids_of(plant.work_units)) {
    if (!plant.work_units[id].unlimited) more += std::max(0, started[id.index()] - plant.work_units[id].count);
  }
  return more;
}

TEST(InterruptedWork, GoesOnInItsTurnOnRandomPlants) {
  int more = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const base::Result<model::Plant> built = model::build(with_everything_started(seed));
    if (!built.ok()) continue;
    const model::Plant& plant = built.value();
    coordinate::PlanOptions options;
    options.seconds = 0;
    const coordinate::Outcome outcome = coordinate::make_plan(plant, options);
    for (const check::Violation& found : outcome.violations) {
      ADD_FAILURE() << "seed " << seed << ": " << found.rule << ": " << found.message;
    }
    more += interrupted(outcome.plan, plant);
  }
  EXPECT_GT(more, 40);
}

}  // namespace
}  // namespace kilter::properties
