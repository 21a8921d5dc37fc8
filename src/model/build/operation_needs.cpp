// What an operation needs to run: eligible units, skills, tools.
#include <algorithm>

#include "model/build/build.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

void add_unit_choice(Build& build, const OperationUnitRow& row) {
  const ItemId item = build.items.required(spot(row, "item", row.item), build.report);
  const OperationId id = operation_of(build, item, spot(row, "operation", row.operation));
  const WorkUnitId unit = build.work_units.required(spot(row, "work_unit", row.work_unit), build.report);
  const bool speed = check_positive(build, row, "speed", row.speed);
  if (!id.valid() || !unit.valid() || !speed) return;
  std::vector<UnitChoice>& units = build.plant.operations[id].units;
  if (std::any_of(units.begin(), units.end(), [unit](const UnitChoice& other) { return other.unit == unit; })) {
    build.report.error("duplicate-work-unit", spot(row, "work_unit", row.work_unit),
                       "this operation names the work unit twice", "Remove one of the rows.");
    return;
  }
  units.push_back({.unit = unit, .speed = row.speed});
}

void add_skill_need(Build& build, const OperationSkillRow& row) {
  const ItemId item = build.items.required(spot(row, "item", row.item), build.report);
  const OperationId id = operation_of(build, item, spot(row, "operation", row.operation));
  const SkillId skill = build.skills.required(spot(row, "skill", row.skill), build.report);
  const bool level = check_positive(build, row, "level", row.level);
  const bool heads = check_positive(build, row, "head_count", row.head_count);
  const bool share = check_share(build, row, "share", row.share, Ends::zero_to_one);
  if (!id.valid() || !skill.valid() || !level || !heads || !share) return;
  build.plant.operations[id].skills.push_back({.skill = skill,
                                               .level = row.level,
                                               .head_count = row.head_count,
                                               .attendance = row.attendance,
                                               .share = row.share});
}

void add_tool_need(Build& build, const OperationToolRow& row) {
  const ItemId item = build.items.required(spot(row, "item", row.item), build.report);
  const OperationId id = operation_of(build, item, spot(row, "operation", row.operation));
  const ToolId tool = build.tools.required(spot(row, "tool", row.tool), build.report);
  const bool count = check_positive(build, row, "count", row.count);
  if (!id.valid() || !tool.valid() || !count) return;
  std::vector<ToolNeed>& tools = build.plant.operations[id].tools;
  if (std::any_of(tools.begin(), tools.end(), [tool](const ToolNeed& other) { return other.tool == tool; })) {
    build.report.error("duplicate-tool", spot(row, "tool", row.tool), "this operation names the tool twice",
                       "Remove one of the rows and put the sum into count.");
    return;
  }
  tools.push_back({.tool = tool, .count = row.count});
}

// All units of the operation's work centre, at speed 1, where no unit was named.
void default_units(Plant& plant) {
  IndexedVector<WorkCentreId, std::vector<UnitChoice>> of_centre(plant.work_centres.size());
  for (const WorkUnitId id : ids_of(plant.work_units)) {
    const WorkCentreId centre = plant.work_units[id].work_centre;
    if (centre.valid()) of_centre[centre].push_back({.unit = id});
  }
  for (Operation& operation : plant.operations) {
    if (operation.units.empty() && operation.work_centre.valid()) operation.units = of_centre[operation.work_centre];
  }
}

}  // namespace

void build_operation_needs(Build& build) {
  for (const OperationUnitRow& row : build.draft.operation_units) add_unit_choice(build, row);
  for (const OperationSkillRow& row : build.draft.operation_skills) add_skill_need(build, row);
  for (const OperationToolRow& row : build.draft.operation_tools) add_tool_need(build, row);
  default_units(build.plant);
}

}  // namespace kilter::model
