#include <algorithm>

#include "model/back/back.hpp"

namespace kilter::model {
namespace {

OperationRow row_of(const Plant& plant, const Item& item, const Operation& operation) {
  return {.item = item.id,
          .operation = operation.id,
          .name = operation.name,
          .work_centre = id_of(plant.work_centres, operation.work_centre),
          .setup = operation.setup,
          .run_per_unit = operation.run_per_unit,
          .fixed_time = operation.fixed,
          .yield = operation.yield,
          .inspection = operation.inspection,
          .interruptible = operation.interruptible,
          .transfer_batch = operation.transfer_batch,
          .family = id_of(plant.families, operation.family),
          .vendor = id_of(plant.vendors, operation.vendor),
          .outside_lead_time = operation.outside_lead_time,
          .outside_price = operation.outside_price};
}

// Each operation follows the one before it in the file, without waits: what no row means.
bool is_plain_chain(const Plant& plant, const Item& item) {
  OperationId before = OperationId::none();
  for (const OperationId id : item.operations) {
    const std::vector<Predecessor>& predecessors = plant.operations[id].predecessors;
    if (predecessors.size() != (before.valid() ? 1U : 0U)) return false;
    if (before.valid()) {
      const Predecessor& only = predecessors.front();
      if (only.operation != before || only.minimum_wait != Duration(0) || only.maximum_wait) return false;
    }
    before = id;
  }
  return true;
}

void precedences_back(const Plant& plant, const Item& item, PlantDraft& draft) {
  if (is_plain_chain(plant, item)) return;
  for (const OperationId id : item.operations) {
    for (const Predecessor& predecessor : plant.operations[id].predecessors) {
      draft.precedences.push_back({.item = item.id,
                                   .before = plant.operations[predecessor.operation].id,
                                   .after = plant.operations[id].id,
                                   .minimum_wait = predecessor.minimum_wait,
                                   .maximum_wait = predecessor.maximum_wait});
    }
  }
}

// All units of the work centre at speed 1, in order: what no row means.
bool has_default_units(const Operation& operation, const std::vector<WorkUnitId>& of_centre) {
  return std::equal(
      operation.units.begin(), operation.units.end(), of_centre.begin(), of_centre.end(),
      [](const UnitChoice& choice, WorkUnitId id) { return choice.unit == id && choice.speed == Ratio::one(); });
}

void needs_back(const Plant& plant, const Item& item, const Operation& operation, PlantDraft& draft) {
  for (const SkillNeed& need : operation.skills) {
    draft.operation_skills.push_back({.item = item.id,
                                      .operation = operation.id,
                                      .skill = plant.skills[need.skill].id,
                                      .level = need.level,
                                      .head_count = need.head_count,
                                      .attendance = need.attendance,
                                      .share = need.share});
  }
  for (const ToolNeed& need : operation.tools) {
    draft.operation_tools.push_back(
        {.item = item.id, .operation = operation.id, .tool = plant.tools[need.tool].id, .count = need.count});
  }
}

}  // namespace

void routings_back(const Plant& plant, PlantDraft& draft) {
  IndexedVector<WorkCentreId, std::vector<WorkUnitId>> of_centre(plant.work_centres.size());
  for (const WorkUnitId id : ids_of(plant.work_units)) of_centre[plant.work_units[id].work_centre].push_back(id);
  draft.operations.reserve(plant.operations.size());
  for (const Item& item : plant.items) {
    for (const OperationId id : item.operations) {
      const Operation& operation = plant.operations[id];
      draft.operations.push_back(row_of(plant, item, operation));
      const std::vector<WorkUnitId> none;
      const auto& defaults = operation.work_centre.valid() ? of_centre[operation.work_centre] : none;
      if (!has_default_units(operation, defaults)) {
        for (const UnitChoice& choice : operation.units) {
          draft.operation_units.push_back({.item = item.id,
                                           .operation = operation.id,
                                           .work_unit = plant.work_units[choice.unit].id,
                                           .speed = choice.speed});
        }
      }
      needs_back(plant, item, operation, draft);
    }
    precedences_back(plant, item, draft);
  }
}

}  // namespace kilter::model
