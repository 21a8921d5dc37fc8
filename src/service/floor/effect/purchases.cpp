// Purchase orders on their way, and what comes in; counted stock.
#include <algorithm>
#include <array>

#include "service/floor/effect/effects.hpp"
#include "service/floor/effect/stock.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kOrders = "purchase_orders.csv";

// The open purchase order that the event names; 0 when it is not open: a conflict when it was received before, else a
// fault.
RowNumber open_purchase(Ledger& ledger) {
  const std::string& id = ledger.given(Field::purchase_order);
  const RowNumber row = ledger.row_of(kOrders, id);
  if (row != 0) return row;
  if (ledger.row_of("receipts.csv", id) != 0) {
    ledger.contradict({"already-received", id + " has been received completely", "Count the stock, or settle it."});
  } else {
    ledger.fault(Field::purchase_order, "unknown-purchase-order", "there is no open purchase order " + id,
                 "Correct the id, or report purchase.ordered first.");
  }
  return 0;
}

bool check_several_sites(Ledger& ledger) {
  const Table* sites = ledger.tables().find("sites.csv");
  if (ledger.event().gives(Field::site) || sites == nullptr || sites->rows().size() < 2) return true;
  ledger.fault(Field::site, "missing-value", "there are several sites", "Say which.");
  return false;
}

void add_purchase(Ledger& ledger) {
  for (const Field needed : {Field::vendor, Field::item, Field::quantity, Field::expected}) {
    if (ledger.event().gives(needed)) continue;
    ledger.fault(needed, "missing-value", "a purchase order that is not known yet needs it", "Fill it in.");
  }
  for (const Field reference : {Field::vendor, Field::item, Field::site}) ledger.check_reference(reference);
  if (ledger.event().gives(Field::quantity) && !ledger.quantity(Field::quantity).positive()) {
    ledger.fault(Field::quantity, "not-positive", "nothing is ordered", "Give more than zero.");
  }
  if (!check_several_sites(ledger) || ledger.refused()) return;
  const std::string expected = ledger.until_text(*ledger.moment(Field::expected, DateOnly::end_of_day));
  ledger.add(kOrders, {{"id", ledger.given(Field::purchase_order)},
                       {"vendor", ledger.given(Field::vendor)},
                       {"item", ledger.given(Field::item)},
                       {"site", ledger.given(Field::site)},
                       {"quantity", text_of(ledger.quantity(Field::quantity))},
                       {"price", ledger.given(Field::price)},
                       {"status", "released"},
                       {"ordered", ledger.from_text(ledger.at())},
                       {"requested", expected},
                       {"current", expected}});
}

void log_receipt(Ledger& ledger, RowNumber row, bool complete) {
  std::vector<CellText> cells{{"purchase_order", ledger.given(Field::purchase_order)},
                              {"quantity", text_of(ledger.quantity(Field::quantity))},
                              {"rejected", ledger.given(Field::rejected)},
                              {"at", ledger.from_text(ledger.at())},
                              {"complete", complete ? "yes" : ""},
                              {"reason", cell_of(ledger.given(Field::reason))}};
  for (const char* column : {"vendor", "item", "requested", "first_confirmed", "current"}) {
    cells.push_back({column, ledger.cell(kOrders, row, column)});
  }
  ledger.add("receipts.csv", std::move(cells));
}

void put_received(Ledger& ledger, RowNumber row) {
  const auto expiry = ledger.moment(Field::expiry, DateOnly::end_of_day);
  const std::string& lot = ledger.given(Field::lot);
  put(ledger, {.item = ledger.cell(kOrders, row, "item"),
               .site = site_of(ledger, kOrders, row),
               .location = ledger.given(Field::location),
               .lot = lot.empty() ? ledger.given(Field::purchase_order) : lot,
               .expiry = expiry ? ledger.until_text(*expiry) : "",
               .quantity = ledger.quantity(Field::quantity)});
}

// A location belongs to one site; an empty site is that of the location.
void check_location(Ledger& ledger, const std::string& site) {
  ledger.check_reference(Field::location);
  if (!ledger.event().gives(Field::location) || site.empty() || ledger.refused()) return;
  const RowNumber location = ledger.row_of("locations.csv", ledger.given(Field::location));
  if (site_of(ledger, "locations.csv", location) == site) return;
  ledger.fault(Field::location, "location-at-other-site", "the location belongs to another site",
               "Name a location of " + site + ".");
}

void leave(Ledger& ledger, RowNumber row) {
  const std::string item = ledger.cell(kOrders, row, "item");
  const std::string site = site_of(ledger, kOrders, row);
  ledger.remove(kOrders, row);
  keep_known(ledger, item, site);
}

void log_cancelled(Ledger& ledger, RowNumber row) {
  ledger.add("receipts.csv", {{"purchase_order", ledger.given(Field::purchase_order)},
                              {"vendor", ledger.cell(kOrders, row, "vendor")},
                              {"item", ledger.cell(kOrders, row, "item")},
                              {"quantity", "0"},
                              {"at", ledger.from_text(ledger.at())},
                              {"requested", ledger.cell(kOrders, row, "requested")},
                              {"first_confirmed", ledger.cell(kOrders, row, "first_confirmed")},
                              {"current", ledger.cell(kOrders, row, "current")},
                              {"complete", "yes"},
                              {"reason", cell_of(ledger.given(Field::reason))}});
}

// Rows of stock that a count is about.
std::vector<RowNumber> counted_rows(const Ledger& ledger) {
  std::vector<RowNumber> rows = ledger.rows_of("stock.csv", ledger.given(Field::item));
  const auto differs = [&](Field field, std::string_view column, RowNumber row) {
    return ledger.event().gives(field) && ledger.cell("stock.csv", row, column) != cell_of(ledger.given(field));
  };
  std::erase_if(rows, [&](RowNumber row) {
    const bool other_site =
        ledger.event().gives(Field::site) && site_of(ledger, "stock.csv", row) != ledger.given(Field::site);
    return other_site || differs(Field::lot, "lot", row) || differs(Field::location, "location", row);
  });
  return rows;
}

// Less is there than the rows say: those that come first are taken to be used up.
void shrink(Ledger& ledger, const std::vector<RowNumber>& rows, Quantity left) {
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    const Quantity there = std::min(left, ledger.amount("stock.csv", *row, "quantity"));
    left -= there;
    if (there.positive()) {
      ledger.set("stock.csv", *row, {{"quantity", text_of(there)}});
    } else {
      empty_stock(ledger, *row);
    }
  }
}

}  // namespace

void order_purchase(Ledger& ledger) {
  const RowNumber row = ledger.row_of(kOrders, ledger.given(Field::purchase_order));
  if (row == 0) return add_purchase(ledger);
  if (ledger.cell(kOrders, row, "status") == "released" || ledger.cell(kOrders, row, "status").empty()) {
    ledger.contradict({"already-ordered", ledger.given(Field::purchase_order) + " has been ordered already",
                       "Settle it as a mistake, or give the new order an id of its own."});
    return;
  }
  ledger.set(kOrders, row, {{"status", "released"}, {"ordered", ledger.from_text(ledger.at())}});
  if (const auto expected = ledger.moment(Field::expected, DateOnly::end_of_day)) {
    ledger.set(kOrders, row, {{"current", ledger.until_text(*expected)}});
  }
}

void confirm_purchase(Ledger& ledger) {
  const RowNumber row = open_purchase(ledger);
  if (row == 0) return;
  const std::string date = ledger.until_text(*ledger.moment(Field::expected, DateOnly::end_of_day));
  ledger.set(kOrders, row, {{"current", date}});
  if (ledger.cell(kOrders, row, "first_confirmed").empty()) ledger.set(kOrders, row, {{"first_confirmed", date}});
}

void move_purchase(Ledger& ledger) {
  const RowNumber row = open_purchase(ledger);
  if (row == 0) return;
  ledger.set(kOrders, row, {{"current", ledger.until_text(*ledger.moment(Field::expected, DateOnly::end_of_day))}});
}

void receive_purchase(Ledger& ledger) {
  const RowNumber row = open_purchase(ledger);
  if (row == 0) return;
  check_location(ledger, site_of(ledger, kOrders, row));
  if (ledger.refused()) return;
  const Quantity open = ledger.amount(kOrders, row, "quantity");
  const Quantity left = open - ledger.quantity(Field::quantity);
  if (left.negative()) {
    ledger.contradict({"more-than-ordered",
                       text_of(ledger.quantity(Field::quantity)) + " of " + ledger.given(Field::purchase_order) +
                           " came, " + text_of(open) + " were to come",
                       "Count again, or send back what is too much; it is all in stock."});
  }
  const bool complete = ledger.flag(Field::complete) || !left.positive();
  log_receipt(ledger, row, complete);
  put_received(ledger, row);
  if (complete) return leave(ledger, row);
  ledger.set(kOrders, row, {{"quantity", text_of(left)}, {"status", "released"}});
}

void cancel_purchase(Ledger& ledger) {
  const RowNumber row = open_purchase(ledger);
  if (row == 0) return;
  log_cancelled(ledger, row);
  leave(ledger, row);
}

void count_stock(Ledger& ledger) {
  for (const Field reference : {Field::item, Field::site}) ledger.check_reference(reference);
  check_location(ledger, ledger.given(Field::site));
  if (ledger.refused()) return;
  const std::vector<RowNumber> rows = counted_rows(ledger);
  Quantity there;
  for (const RowNumber row : rows) there += ledger.amount("stock.csv", row, "quantity");
  const Quantity counted = ledger.quantity(Field::quantity);
  if (counted < there) return shrink(ledger, rows, counted);
  if (counted == there) return;
  if (!rows.empty()) {
    const Quantity last = ledger.amount("stock.csv", rows.back(), "quantity");
    return ledger.set("stock.csv", rows.back(), {{"quantity", text_of(last + counted - there)}});
  }
  if (!ledger.event().gives(Field::location) && !check_several_sites(ledger)) return;
  ledger.add("stock.csv", {{"item", ledger.given(Field::item)},
                           {"site", ledger.given(Field::site)},
                           {"location", ledger.given(Field::location)},
                           {"lot", cell_of(ledger.given(Field::lot))},
                           {"quantity", text_of(counted)}});
}

}  // namespace kilter::service
