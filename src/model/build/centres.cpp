// Work centres, work units with their closures, and tools.
#include "model/build/build.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

void check_count(Build& build, const Spot& where, std::int32_t count) {
  if (count >= 1 && count <= kLargestCount) return;
  Spot spot = where;
  const std::string text = std::to_string(count);
  spot.value = text;
  build.report.error("bad-count", spot, "the count must be between 1 and " + std::to_string(kLargestCount),
                     "Give a whole number, at least 1.");
}

void add_unit(Build& build, const WorkUnitRow& row) {
  build.work_units.define(build.plant.work_units.next_id(), spot(row, "id", row.id), build.report);
  check_count(build, spot(row, "count"), row.count);
  check_not_negative(build, row, "cost_per_hour", row.cost_per_hour);
  const HourlyRate overtime = row.overtime_cost_per_hour.value_or(row.cost_per_hour);
  check_not_negative(build, row, "overtime_cost_per_hour", overtime);
  check_not_negative(build, row, "batch_capacity", row.batch_capacity);
  WorkUnit unit;
  unit.id = row.id.str();
  unit.name = row.name.empty() ? unit.id : row.name.str();
  unit.work_centre = build.work_centres.required(spot(row, "work_centre", row.work_centre), build.report);
  unit.calendar = calendar_or_always(build, spot(row, "calendar", row.calendar));
  unit.count = row.count;
  unit.unlimited = row.unlimited;
  unit.cost = row.cost_per_hour;
  unit.overtime_cost = overtime;
  unit.setup_matrix = build.matrices.optional(spot(row, "setup_matrix", row.setup_matrix), build.report);
  unit.initial_family = family_on_use(build, row.initial_family);
  unit.batch_capacity = row.batch_capacity;
  build.plant.work_units.push_back(std::move(unit));
}

}  // namespace

void build_centres(Build& build) {
  for (const WorkCentreRow& row : build.draft.work_centres) {
    build.work_centres.define(build.plant.work_centres.next_id(), spot(row, "id", row.id), build.report);
    build.plant.work_centres.push_back({.id = row.id.str(),
                                        .name = row.name.empty() ? row.id.str() : row.name.str(),
                                        .site = site_or_only(build, spot(row, "site", row.site))});
  }
  for (const WorkUnitRow& row : build.draft.work_units) add_unit(build, row);
  for (const ClosureRow& row : build.draft.closures) {
    const WorkUnitId unit = build.work_units.required(spot(row, "work_unit", row.work_unit), build.report);
    const bool valid = check_interval(build, spot(row, "until"), row.from, row.until);
    if (!unit.valid() || !valid) continue;
    build.plant.work_units[unit].closures.push_back(
        {.from = row.from, .until = row.until, .kind = ExceptionKind::closed, .reason = row.reason.str()});
  }
  for (const ToolRow& row : build.draft.tools) {
    build.tools.define(build.plant.tools.next_id(), spot(row, "id", row.id), build.report);
    check_count(build, spot(row, "count"), row.count);
    build.plant.tools.push_back(
        {.id = row.id.str(), .name = row.name.empty() ? row.id.str() : row.name.str(), .count = row.count});
  }
}

}  // namespace kilter::model
