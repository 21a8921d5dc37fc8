// Open production orders with their progress, and open purchase orders.
#include <algorithm>

#include "model/build/build.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

void add_production_order(Build& build, const ProductionOrderRow& row) {
  build.production_orders.define(build.plant.production_orders.next_id(), spot(row, "id", row.id), build.report);
  check_positive(build, row, "quantity", row.quantity);
  OpenProductionOrder order;
  order.id = row.id.str();
  order.item = build.items.required(spot(row, "item", row.item), build.report);
  const bool made = order.item.valid() && build.plant.items[order.item].make_site.valid();
  order.site = row.site.empty() && made ? build.plant.items[order.item].make_site
                                        : site_or_only(build, spot(row, "site", row.site));
  order.quantity = row.quantity;
  order.status = row.status;
  order.due = row.due;
  order.for_order = build.orders.optional(spot(row, "for_order", row.for_order), build.report);
  build.plant.production_orders.push_back(std::move(order));
}

// Ids with ';' between them.
std::vector<PersonId> named_people(Build& build, const ProgressRow& row) {
  std::vector<PersonId> people;
  std::string_view rest = row.people.view();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    std::string_view name = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
    while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    if (name.empty()) continue;
    const PersonId person = build.people.required(spot(row, "people", name), build.report);
    if (person.valid()) people.push_back(person);
  }
  return people;
}

// Pinned, started and done work says where and since when; done work also until when.
bool check_progress(Build& build, const ProgressRow& row, const OperationProgress& progress) {
  const Operation& operation = build.plant.operations[progress.operation];
  const bool begun = row.status != WorkStatus::waiting;
  if (begun && !row.start) {
    build.report.error("missing-value", spot(row, "start"), "pinned, started and done work needs a start",
                       "Fill in the start.");
  }
  if (begun && row.work_unit.empty() && !operation.units.empty()) {
    build.report.error("missing-value", spot(row, "work_unit"), "pinned, started and done work needs its work unit",
                       "Fill in the work unit's id.");
  }
  if (row.status == WorkStatus::done && !row.end) {
    build.report.error("missing-value", spot(row, "end"), "done work needs an end", "Fill in the end.");
  }
  const bool right = check_interval(build, spot(row, "end"), row.start, row.end);
  return right && check_not_negative(build, row, "done_quantity", row.done_quantity);
}

void add_progress(Build& build, const ProgressRow& row) {
  const OpenProductionOrderId id =
      build.production_orders.required(spot(row, "production_order", row.production_order), build.report);
  const ItemId item = id.valid() ? build.plant.production_orders[id].item : ItemId::none();
  OperationProgress progress;
  progress.operation = operation_of(build, item, spot(row, "operation", row.operation));
  progress.unit = build.work_units.optional(spot(row, "work_unit", row.work_unit), build.report);
  progress.people = named_people(build, row);
  if (!id.valid() || !progress.operation.valid() || !check_progress(build, row, progress)) return;
  std::vector<OperationProgress>& known = build.plant.production_orders[id].progress;
  if (std::any_of(known.begin(), known.end(),
                  [&](const OperationProgress& other) { return other.operation == progress.operation; })) {
    build.report.error("duplicate-progress", spot(row, "operation", row.operation),
                       "this operation of the production order is there twice", "Remove one of the rows.");
    return;
  }
  progress.status = row.status;
  progress.start = row.start.value_or(Instant{});
  progress.end = row.end;
  progress.done = row.done_quantity;
  known.push_back(std::move(progress));
}

}  // namespace

void build_production_orders(Build& build) {
  build.plant.production_orders.reserve(build.draft.production_orders.size());
  for (const ProductionOrderRow& row : build.draft.production_orders) add_production_order(build, row);
  for (const ProgressRow& row : build.draft.progress) add_progress(build, row);
}

void build_purchase_orders(Build& build) {
  build.plant.purchase_orders.reserve(build.draft.purchase_orders.size());
  for (const PurchaseOrderRow& row : build.draft.purchase_orders) {
    build.purchase_orders.define(build.plant.purchase_orders.next_id(), spot(row, "id", row.id), build.report);
    check_positive(build, row, "quantity", row.quantity);
    check_not_negative(build, row, "price", row.price);
    OpenPurchaseOrder order;
    order.id = row.id.str();
    order.vendor = build.vendors.required(spot(row, "vendor", row.vendor), build.report);
    order.item = build.items.required(spot(row, "item", row.item), build.report);
    order.site = site_or_only(build, spot(row, "site", row.site));
    order.quantity = row.quantity;
    order.price = row.price;
    order.status = row.status;
    order.ordered = row.ordered.value_or(build.plant.policy.origin);
    order.requested = row.requested.value_or(row.current);
    order.first_confirmed = row.first_confirmed;
    order.current = row.current;
    build.plant.purchase_orders.push_back(std::move(order));
  }
}

}  // namespace kilter::model
