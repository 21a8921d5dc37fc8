#include "service/planning/hand/pins.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "service/planning/hand/move_request.hpp"

namespace kilter::service {
namespace {

using Edits = base::Result<std::vector<RowEdit>>;

constexpr const char* kProgress = "progress.csv";
constexpr const char* kOrders = "production_orders.csv";

Edits refused(const char* code, const char* field, std::string value, std::string message, const char* way_out) {
  return Edits::failure({{.code = code,
                          .where = {.column = field, .value = std::move(value)},
                          .message = std::move(message),
                          .way_out = way_out}});
}

const std::string& text(const PlantTables& tables, const char* table, RowNumber row, std::string_view column) {
  const Table& rows = *tables.find(table);
  return rows.cell(*rows.find(row), column);
}

// The row of progress.csv for the operation; 0: there is none.
RowNumber progress_of(const PlantTables& tables, const OperationName& name) {
  const std::array<CellText, 2> cells{{{"production_order", name.order}, {"operation", name.operation}}};
  const std::vector<RowNumber> rows = tables.rows_with(kProgress, cells);
  return rows.empty() ? 0 : rows.front();
}

// A row of operations.csv of the published plan, as far as it tells where and when.
struct Place {
  std::string unit;
  std::string start;
};
Place published_place(const PlantState& state, const OperationName& name) {
  if (!state.published()) return {};
  for (const codec::plant::TargetFile& file : state.published()->plan) {
    if (file.name != "operations.csv") continue;
    const std::vector<codec::plant::SourceFile> source{{file.name, file.bytes}};
    const auto tables = PlantTables::from(source);
    const Table* table = tables ? tables.value().find("operations.csv") : nullptr;
    if (table == nullptr) return {};
    for (const Row& row : table->rows()) {
      if (table->cell(row, "production_order") != name.order || table->cell(row, "operation") != name.operation) {
        continue;
      }
      return {.unit = table->cell(row, "unit"), .start = table->cell(row, "start")};
    }
  }
  return {};
}

std::string joined(const std::vector<std::string>& people) {
  std::string all;
  for (const std::string& person : people) all += (all.empty() ? "" : ";") + person;
  return all;
}

}  // namespace

Edits pin_edits(const PlantState& state, const Pin& pin) {
  const PlantTables& tables = state.tables();
  const OperationName name = operation_name(pin.operation);
  const std::array<CellText, 1> id{{{"id", name.order}}};
  const std::vector<RowNumber> orders = tables.rows_with(kOrders, id);
  if (orders.empty() || name.operation.empty()) {
    return refused("unknown-operation", "operation", pin.operation, "there is no operation " + pin.operation,
                   "Write it as in MO-7/10; the plan's operations.csv lists them.");
  }
  const RowNumber progress = progress_of(tables, name);
  const std::string status = progress == 0 ? "waiting" : text(tables, kProgress, progress, "status");
  if (status == "started" || status == "done") {
    return refused("has-begun", "operation", pin.operation, pin.operation + " is " + status + " and cannot be pinned",
                   "Report what happens to it from the floor.");
  }
  Place place = published_place(state, name);
  if (!pin.unit.empty()) place.unit = pin.unit;
  if (!pin.start.empty()) place.start = pin.start;
  if (place.start.empty()) {
    return refused("missing-value", "start", "", "the published plan has no place for " + pin.operation,
                   "Say when, and on which unit.");
  }
  std::vector<CellText> cells{{"status", "pinned"},
                              {"work_unit", place.unit},
                              {"start", place.start},
                              {"end", ""},
                              {"people", joined(pin.people)}};
  std::vector<RowEdit> edits;
  if (progress != 0) {
    edits.push_back({.change = RowChange::change, .table = kProgress, .row = progress, .cells = std::move(cells)});
  } else {
    cells.insert(cells.begin(), {{"production_order", name.order}, {"operation", name.operation}});
    std::erase_if(cells, [](const CellText& cell) { return cell.text.empty(); });
    edits.push_back({.change = RowChange::add, .table = kProgress, .cells = std::move(cells)});
  }
  if (text(tables, kOrders, orders.front(), "status") == "planned") {
    edits.push_back(
        {.change = RowChange::change, .table = kOrders, .row = orders.front(), .cells = {{"status", "firm"}}});
  }
  return edits;
}

Edits unpin_edits(const PlantTables& tables, const std::string& operation) {
  const RowNumber row = progress_of(tables, operation_name(operation));
  if (row == 0 || text(tables, kProgress, row, "status") != "pinned") {
    return refused("not-pinned", "operation", operation, operation + " is not pinned",
                   "The table progress.csv lists what is.");
  }
  const std::string& done = text(tables, kProgress, row, "done_quantity");
  if (done.empty() || done == "0") {
    return std::vector<RowEdit>{{.change = RowChange::remove, .table = kProgress, .row = row}};
  }
  return std::vector<RowEdit>{{.change = RowChange::change,
                               .table = kProgress,
                               .row = row,
                               .cells = {{"status", "waiting"}, {"work_unit", ""}, {"start", ""}, {"people", ""}}}};
}

}  // namespace kilter::service
