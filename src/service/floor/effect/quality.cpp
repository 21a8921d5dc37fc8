// Lots and work held and released; inspections.
#include <algorithm>

#include "service/floor/effect/effects.hpp"
#include "service/floor/effect/holds.hpp"
#include "service/floor/effect/stock.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kStock = "stock.csv";
constexpr std::string_view kClearances = "clearances.csv";

std::vector<RowNumber> rows_of_lot(const Ledger& ledger, bool held) {
  std::vector<RowNumber> rows = ledger.rows_of(kStock, ledger.given(Field::item));
  std::erase_if(rows, [&](RowNumber row) {
    return ledger.cell(kStock, row, "lot") != cell_of(ledger.given(Field::lot)) ||
           ledger.yes(kStock, row, "held", false) != held;
  });
  return rows;
}

// Orders that took some of the lot.
std::string users_of_lot(const Ledger& ledger) {
  std::string orders;
  for (const RowNumber row : ledger.rows_with("consumption.csv", {"lot", cell_of(ledger.given(Field::lot))})) {
    if (ledger.cell("consumption.csv", row, "item") != ledger.given(Field::item)) continue;
    const std::string order = ledger.cell("consumption.csv", row, "production_order");
    if (orders.find(order) == std::string::npos) orders += (orders.empty() ? "" : ", ") + order;
  }
  return orders;
}

// Holds the first `part` of a row; the rest becomes a row of its own.
void hold_row(Ledger& ledger, RowNumber row, Quantity part) {
  const Quantity rest = ledger.amount(kStock, row, "quantity") - part;
  if (rest.positive()) {
    std::vector<CellText> cells;
    for (const char* column : {"item", "site", "location", "lot", "expiry"}) {
      cells.push_back({column, ledger.cell(kStock, row, column)});
    }
    cells.push_back({"quantity", text_of(rest)});
    ledger.add(kStock, std::move(cells));
  }
  ledger.set(kStock, row,
             {{"held", "yes"}, {"hold_reason", cell_of(ledger.given(Field::reason))}, {"quantity", text_of(part)}});
}

bool lot_is_known(const Ledger& ledger) {
  return !rows_of_lot(ledger, true).empty() || !rows_of_lot(ledger, false).empty() || !users_of_lot(ledger).empty();
}

void check_lot(Ledger& ledger) {
  ledger.check_reference(Field::item);
  if (ledger.refused() || lot_is_known(ledger)) return;
  ledger.fault(Field::lot, "unknown-lot",
               "there is no lot " + ledger.given(Field::lot) + " of " + ledger.given(Field::item),
               "Correct the lot; stock without a lot is counted, not held.");
}

void check_operation(Ledger& ledger) {
  const Route route = route_of(ledger, ledger.given(Field::item));
  const std::size_t step = route.place(ledger.given(Field::operation));
  if (step < route.steps.size() && route.steps[step].row != 0) return;
  ledger.fault(Field::operation, "unknown-operation",
               "there is no operation " + ledger.given(Field::operation) + " of " + route.item, "Correct the ids.");
}

// What the event names; none, and faults, when that is not exactly one thing that is there.
std::optional<Held> held_by(Ledger& ledger) {
  const Event& event = ledger.event();
  const bool order = event.gives(Field::order);
  const bool production = event.gives(Field::production_order);
  // An operation of a production order holds the whole order: its next operation cannot begin without it.
  const bool operation = event.gives(Field::item) && event.gives(Field::operation) && !production;
  if (int{order} + int{production} + int{operation} != 1) {
    ledger.fault(Field::production_order, "hold-target", "exactly one thing is to be named",
                 "Name a production order, a customer order, or an item with its operation.");
    return std::nullopt;
  }
  if (order && ledger.row_of("orders.csv", ledger.given(Field::order)) == 0) {
    ledger.fault(Field::order, "unknown-order", "there is no order " + ledger.given(Field::order), "Correct the id.");
  }
  if (production) ledger.check_reference(Field::production_order);
  if (operation) check_operation(ledger);
  if (ledger.refused()) return std::nullopt;
  return Held{.order = order ? ledger.given(Field::order) : "",
              .production_order = production ? ledger.given(Field::production_order) : "",
              .item = operation ? ledger.given(Field::item) : "",
              .operation = operation ? ledger.given(Field::operation) : ""};
}

std::vector<RowNumber> holds_of(const Ledger& ledger, const Held& held) {
  const CellText key = !held.order.empty()              ? CellText{"order", held.order}
                       : !held.production_order.empty() ? CellText{"production_order", held.production_order}
                                                        : CellText{"item", held.item};
  std::vector<RowNumber> rows = ledger.rows_with(kClearances, key);
  std::erase_if(rows, [&](RowNumber row) {
    return ledger.cell(kClearances, row, "operation") != held.operation ||
           ledger.cell(kClearances, row, "id").rfind(kHoldPrefix, 0) != 0;
  });
  return rows;
}

void hold(Ledger& ledger, const Held& held) {
  std::string note = ledger.given(Field::reason);
  if (!held.production_order.empty() && ledger.event().gives(Field::operation)) {
    note = "operation " + ledger.given(Field::operation) + (note.empty() ? "" : ": " + note);
  }
  add_hold(ledger, held, {.id = std::string(kHoldPrefix) + ledger.event().id, .lamp = "quality", .note = note});
}

void log_inspection(Ledger& ledger, std::string_view result) {
  ledger.add("inspections.csv", {{"production_order", ledger.given(Field::production_order)},
                                 {"operation", ledger.given(Field::operation)},
                                 {"item", ledger.given(Field::item)},
                                 {"lot", cell_of(ledger.given(Field::lot))},
                                 {"result", std::string(result)},
                                 {"quantity", ledger.given(Field::quantity)},
                                 {"at", ledger.from_text(ledger.at())},
                                 {"person", ledger.event().person},
                                 {"reason", cell_of(ledger.given(Field::reason))}});
}

bool of_lot(const Ledger& ledger) { return ledger.event().gives(Field::lot); }

// An order that has left lies in stock as the lot of its id.
bool has_left(const Ledger& ledger) {
  const std::string& order = ledger.given(Field::production_order);
  return !order.empty() && ledger.row_of("production_orders.csv", order) == 0 &&
         ledger.row_of("actuals.csv", order) != 0;
}

void inspected_after_leaving(Ledger& ledger, std::string_view result) {
  log_inspection(ledger, result);
  if (result == "passed") return;
  ledger.contradict({"inspected-too-late", ledger.given(Field::production_order) + " failed an inspection and has left",
                     "Hold the lot of its id, or what was made of it."});
}

}  // namespace

void add_hold(Ledger& ledger, const Held& held, const Hold& hold) {
  if (ledger.row_of(kClearances, hold.id) != 0) return;
  const auto expected = ledger.moment(Field::expected, DateOnly::end_of_day);
  ledger.add(kClearances, {{"id", hold.id},
                           {"lamp", std::string(hold.lamp)},
                           {"order", held.order},
                           {"production_order", held.production_order},
                           {"item", held.item},
                           {"operation", held.operation},
                           {"cleared", "no"},
                           {"expected", expected ? ledger.until_text(*expected) : ""},
                           {"owner", ledger.event().person},
                           {"note", cell_of(hold.note)}});
}

void hold_lot(Ledger& ledger) {
  check_lot(ledger);
  if (ledger.refused()) return;
  if (const std::string users = users_of_lot(ledger); !users.empty()) {
    ledger.contradict({"lot-is-used", "lot " + ledger.given(Field::lot) + " went into " + users,
                       "Look at what was made of it, and hold it where needed."});
  }
  Quantity left =
      ledger.event().gives(Field::quantity) ? ledger.quantity(Field::quantity) : Quantity::micros(INT64_MAX);
  for (const RowNumber row : rows_of_lot(ledger, false)) {
    if (!left.positive()) return;
    const Quantity part = std::min(left, ledger.amount(kStock, row, "quantity"));
    hold_row(ledger, row, part);
    left -= part;
  }
}

void release_lot(Ledger& ledger) {
  check_lot(ledger);
  if (ledger.refused()) return;
  for (const RowNumber row : rows_of_lot(ledger, true)) {
    ledger.set(kStock, row, {{"held", "no"}, {"hold_reason", ""}});
  }
}

void hold_work(Ledger& ledger) {
  if (const std::optional<Held> held = held_by(ledger)) hold(ledger, *held);
}

void release_work(Ledger& ledger) {
  const std::optional<Held> held = held_by(ledger);
  if (!held) return;
  for (const RowNumber row : holds_of(ledger, *held)) ledger.remove(kClearances, row);
}

void pass_inspection(Ledger& ledger) {
  if (has_left(ledger)) return inspected_after_leaving(ledger, "passed");
  of_lot(ledger) ? release_lot(ledger) : release_work(ledger);
  if (!ledger.refused()) log_inspection(ledger, "passed");
}

void fail_inspection(Ledger& ledger) {
  if (has_left(ledger)) return inspected_after_leaving(ledger, "failed");
  of_lot(ledger) ? hold_lot(ledger) : hold_work(ledger);
  if (!ledger.refused()) log_inspection(ledger, "failed");
}

}  // namespace kilter::service
