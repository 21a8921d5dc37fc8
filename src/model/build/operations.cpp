// Operations, grouped by item in file order.
#include "model/build/build.hpp"
#include "model/build/grouped.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

void check_times(Build& build, const OperationRow& row) {
  check_not_negative(build, row, "setup", row.setup);
  check_not_negative(build, row, "run_per_unit", row.run_per_unit);
  check_not_negative(build, row, "fixed_time", row.fixed_time);
  check_not_negative(build, row, "transfer_batch", row.transfer_batch);
  check_share(build, row, "yield", row.yield, Ends::above_zero);
  check_not_negative(build, row, "outside_lead_time", row.outside_lead_time);
  check_not_negative(build, row, "outside_price", row.outside_price);
}

Operation operation_from(Build& build, const OperationRow& row, ItemId item) {
  Operation operation;
  operation.item = item;
  operation.id = row.operation.str();
  operation.name = row.name.empty() ? operation.id : row.name.str();
  operation.work_centre = build.work_centres.optional(spot(row, "work_centre", row.work_centre), build.report);
  operation.setup = row.setup;
  operation.run_per_unit = row.run_per_unit;
  operation.fixed = row.fixed_time;
  operation.yield = row.yield;
  operation.inspection = row.inspection;
  operation.interruptible = row.interruptible;
  operation.transfer_batch = row.transfer_batch;
  operation.family = row.family.empty() ? build.plant.items[item].family : family_on_use(build, row.family);
  operation.vendor = build.vendors.optional(spot(row, "vendor", row.vendor), build.report);
  operation.outside_lead_time = row.outside_lead_time;
  operation.outside_price = row.outside_price;
  const SkillId skill = build.skills.optional(spot(row, "skill", row.skill), build.report);
  if (skill.valid()) operation.skills.push_back({.skill = skill});
  return operation;
}

void add_operation(Build& build, const OperationRow& row, ItemId item) {
  Item& parent = build.plant.items[item];
  const OperationId id = build.plant.operations.next_id();
  if (parent.operations.empty()) parent.operations = IdRange<OperationId>(id, id);
  parent.operations = IdRange<OperationId>(*parent.operations.begin(), OperationId(id.index() + 1));
  check_times(build, row);
  if (row.operation.empty()) {
    report_missing(spot(row, "operation"), build.report);
  } else if (build.operations.insert(row.operation.view(), id.index(), item.index())) {
    report_duplicate({.noun = "operation", .code = "operation"}, spot(row, "operation", row.operation), build.report);
  }
  build.plant.operations.push_back(operation_from(build, row, item));
}

}  // namespace

void build_operations(Build& build) {
  const std::vector<OperationRow>& rows = build.draft.operations;
  std::vector<ItemId> parents;
  parents.reserve(rows.size());
  for (const OperationRow& row : rows) parents.push_back(build.items.required(spot(row, "item", row.item), build.report));
  build.plant.operations.reserve(rows.size());
  build.operations.reserve(rows.size());
  for (const std::uint32_t row : rows_by_parent(parents, build.plant.items.size())) {
    add_operation(build, rows[row], parents[row]);
  }
}

OperationId operation_of(Build& build, ItemId item, const Spot& spot) {
  if (spot.value.empty()) {
    report_missing(spot, build.report);
    return OperationId::none();
  }
  if (!item.valid()) return OperationId::none();  // reported where the item was looked up
  const auto found = build.operations.find(spot.value, item.index());
  if (found) return OperationId(*found);
  const std::string suggestion = maybe(spot.value, build.operations, item.index());
  build.report.error("unknown-operation", spot,
                     "item \"" + build.plant.items[item].id + "\" has no operation \"" + Report::shortened(spot.value) + "\"",
                     "Add it to operations.csv or correct the name." + (suggestion.empty() ? "" : " " + suggestion));
  return OperationId::none();
}

}  // namespace kilter::model
