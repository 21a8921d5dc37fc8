// Accounts, budgets, and clearances.
#include "model/build/build.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

void add_budget(Build& build, const BudgetRow& row) {
  if (row.soft_cap) check_not_negative(build, row, "soft_cap", *row.soft_cap);
  if (row.hard_cap) check_not_negative(build, row, "hard_cap", *row.hard_cap);
  check_not_negative(build, row, "spent", row.spent);
  check_not_negative(build, row, "committed", row.committed);
  check_interval(build, spot(row, "until"), row.from, row.until);
  build.plant.budgets.push_back({.account = build.accounts.required(spot(row, "account", row.account), build.report),
                                 .from = row.from,
                                 .until = row.until,
                                 .soft_cap = row.soft_cap,
                                 .hard_cap = row.hard_cap,
                                 .spent = row.spent,
                                 .committed = row.committed});
}

OperationId cleared_operation(Build& build, const ClearanceRow& row) {
  if (row.item.empty() && row.operation.empty()) return OperationId::none();
  const ItemId item = build.items.required(spot(row, "item", row.item), build.report);
  return operation_of(build, item, spot(row, "operation", row.operation));
}

void add_clearance(Build& build, const ClearanceRow& row, NameIndex& ids) {
  if (row.id.empty()) {
    report_missing(spot(row, "id"), build.report);
  } else if (ids.insert(row.id.view(), row.row)) {
    report_duplicate({.noun = "clearance", .code = "clearance"}, spot(row, "id", row.id), build.report);
  }
  const bool of_operation = !row.item.empty() || !row.operation.empty();
  const int named = (row.order.empty() ? 0 : 1) + (row.production_order.empty() ? 0 : 1) + (of_operation ? 1 : 0);
  if (named != 1) {
    build.report.error("clearance-target", spot(row, "order", row.order),
                       "a clearance names exactly one of: order, production_order, or item with operation",
                       named == 0 ? "Fill in what it holds back." : "Leave only one of them filled.");
  }
  Clearance clearance;
  clearance.id = row.id.str();
  clearance.lamp = row.lamp;
  clearance.order = build.orders.optional(spot(row, "order", row.order), build.report);
  clearance.production_order =
      build.production_orders.optional(spot(row, "production_order", row.production_order), build.report);
  clearance.operation = cleared_operation(build, row);
  clearance.cleared = row.cleared;
  clearance.expected = row.expected;
  clearance.owner = row.owner.str();
  clearance.note = row.note.str();
  build.plant.clearances.push_back(std::move(clearance));
}

}  // namespace

void build_money(Build& build) {
  for (const AccountRow& row : build.draft.accounts) {
    build.accounts.define(build.plant.accounts.next_id(), spot(row, "id", row.id), build.report);
    build.plant.accounts.push_back(
        {.id = row.id.str(), .name = row.name.empty() ? row.id.str() : row.name.str(), .kind = row.kind});
  }
  for (const BudgetRow& row : build.draft.budgets) add_budget(build, row);
}

void build_clearances(Build& build) {
  NameIndex ids;
  for (const ClearanceRow& row : build.draft.clearances) add_clearance(build, row, ids);
}

}  // namespace kilter::model
