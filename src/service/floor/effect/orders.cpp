// Customer orders, money, and contradictions that are settled.
#include <algorithm>

#include "codec/text/values/decimal.hpp"
#include "model/decimal_text.hpp"
#include "service/floor/effect/effects.hpp"
#include "service/floor/effect/stock.hpp"

namespace kilter::service {
namespace {

using base::Money;

constexpr std::string_view kOrders = "orders.csv";
constexpr std::string_view kBudgets = "budgets.csv";

std::string money_text(Money money) { return model::decimal_text(money); }

Money money_of(std::string_view text) {
  return text.empty() ? Money() : Money::minor(codec::text::parse_decimal(text, 2).value);
}

void check_positive(Ledger& ledger, Field field) {
  if (!ledger.event().gives(field) || ledger.quantity(field).positive()) return;
  ledger.fault(field, "not-positive", "nothing is left to do", "Give more than zero, or report order.cancelled.");
}

void check_not_negative(Ledger& ledger, Field field) {
  if (!money_of(ledger.given(field)).negative()) return;
  ledger.fault(field, "negative-value", "is below zero", "Give zero or more.");
}

// The order that the event names, open; 0 and a fault or a conflict otherwise.
RowNumber open_order(Ledger& ledger) {
  const std::string& id = ledger.given(Field::order);
  const RowNumber row = ledger.row_of(kOrders, id);
  if (row == 0) {
    ledger.fault(Field::order, "unknown-order", "there is no order " + id,
                 "Correct the id, or report order.new first.");
    return 0;
  }
  if (ledger.cell(kOrders, row, "status") != "closed") return row;
  ledger.contradict({"order-is-closed", "order " + id + " is closed", "Open it again, or settle it as a mistake."});
  return 0;
}

// The times, quantity and money that an event about an order gives, as cells.
std::vector<CellText> terms(const Ledger& ledger) {
  std::vector<CellText> cells;
  for (const auto& [field, column] :
       {std::pair(Field::requested, "requested"), std::pair(Field::promised, "promised")}) {
    if (const auto time = ledger.moment(field, DateOnly::end_of_day))
      cells.push_back({column, ledger.until_text(*time)});
  }
  for (const auto& [field, column] :
       {std::pair(Field::quantity, "quantity"), std::pair(Field::priority, "priority"),
        std::pair(Field::price, "price"), std::pair(Field::penalty_per_day, "penalty_per_day")}) {
    if (ledger.event().gives(field)) cells.push_back({column, ledger.given(field)});
  }
  return cells;
}

// Ships out of stock what is there; what is not is a conflict.
void take_shipped(Ledger& ledger, RowNumber row, Quantity quantity) {
  const std::string item = ledger.cell(kOrders, row, "item");
  const Want want{.item = item, .site = site_of(ledger, kOrders, row), .at = ledger.at()};
  const Quantity there = sum(take(ledger, want, quantity));
  if (there >= quantity) return;
  ledger.contradict({"short",
                     text_of(there) + " of " + amount_text(ledger, quantity, item) + " of " + item + " in stock for " +
                         ledger.given(Field::order),
                     "Count it, and report stock.counted."});
}

void log_shipment(Ledger& ledger, RowNumber row, Quantity quantity, bool complete) {
  std::vector<CellText> cells{{"order", ledger.given(Field::order)},
                              {"quantity", text_of(quantity)},
                              {"at", ledger.from_text(ledger.at())},
                              {"complete", complete ? "yes" : ""}};
  for (const char* column : {"item", "requested", "promised"})
    cells.push_back({column, ledger.cell(kOrders, row, column)});
  ledger.add("shipments.csv", std::move(cells));
}

// The budget of the account for the day; 0 when there is none.
RowNumber budget_for(const Ledger& ledger, Instant day) {
  for (const RowNumber row : ledger.rows_of(kBudgets, ledger.given(Field::account))) {
    const auto from = ledger.moment(kBudgets, row, "from", DateOnly::start_of_day);
    const auto until = ledger.moment(kBudgets, row, "until", DateOnly::end_of_day);
    if (from && until && *from <= day && day < *until) return row;
  }
  return 0;
}

// Adds to a sum that does not go below zero: what is taken back beyond it is a conflict.
void book(Ledger& ledger, RowNumber row, std::string_view column, Money amount) {
  const Money sum = money_of(ledger.cell(kBudgets, row, column)) + amount;
  ledger.set(kBudgets, row, {{std::string(column), money_text(std::max(sum, Money()))}});
  if (!sum.negative()) return;
  ledger.contradict(
      {"below-zero",
       std::string(column) + " of account " + ledger.given(Field::account) + " would be " + money_text(sum),
       "Correct the booking; so far it is 0."});
}

}  // namespace

void new_order(Ledger& ledger) {
  for (const Field reference : {Field::customer, Field::item, Field::site}) ledger.check_reference(reference);
  if (ledger.row_of(kOrders, ledger.given(Field::order)) != 0) {
    ledger.fault(Field::order, "duplicate-order", "there is an order " + ledger.given(Field::order) + " already",
                 "Choose another id, or report order.changed.");
  }
  const Table* sites = ledger.tables().find("sites.csv");
  if (!ledger.event().gives(Field::site) && sites != nullptr && sites->rows().size() > 1) {
    ledger.fault(Field::site, "missing-value", "there are several sites", "Say which.");
  }
  check_positive(ledger, Field::quantity);
  check_not_negative(ledger, Field::penalty_per_day);
  if (ledger.refused()) return;
  keep_known(ledger, ledger.given(Field::item), ledger.given(Field::site));
  std::vector<CellText> cells = terms(ledger);
  for (const auto& [field, column] :
       {std::pair(Field::order, "id"), std::pair(Field::customer, "customer"), std::pair(Field::item, "item"),
        std::pair(Field::site, "site"), std::pair(Field::partial, "partial")}) {
    cells.push_back({column, ledger.given(field)});
  }
  cells.push_back({"status", "firm"});
  ledger.add(kOrders, std::move(cells));
}

void change_order(Ledger& ledger) {
  check_positive(ledger, Field::quantity);
  const RowNumber row = open_order(ledger);
  if (row == 0 || ledger.refused()) return;
  keep_known(ledger, ledger.cell(kOrders, row, "item"), ledger.cell(kOrders, row, "site"));
  ledger.set(kOrders, row, terms(ledger));
}

void cancel_order(Ledger& ledger) {
  if (const RowNumber row = open_order(ledger); row != 0) ledger.set(kOrders, row, {{"status", "closed"}});
}

void ship_order(Ledger& ledger) {
  check_positive(ledger, Field::quantity);
  const RowNumber row = open_order(ledger);
  if (row == 0 || ledger.refused()) return;
  const Quantity open = ledger.amount(kOrders, row, "quantity");
  const Quantity quantity = ledger.event().gives(Field::quantity) ? ledger.quantity(Field::quantity) : open;
  if (quantity > open) {
    ledger.contradict(
        {"more-than-ordered",
         text_of(quantity) + " of order " + ledger.given(Field::order) + " are shipped, " + text_of(open) + " were due",
         "Count again, or change the order."});
  }
  const bool complete = quantity >= open || ledger.flag(Field::complete);
  take_shipped(ledger, row, quantity);
  log_shipment(ledger, row, quantity, complete);
  const Quantity left = std::max(Quantity::zero(), open - quantity);
  ledger.set(kOrders, row, {{"quantity", text_of(left)}});
  if (complete) ledger.set(kOrders, row, {{"status", "closed"}});
}

void post_spend(Ledger& ledger) {
  ledger.check_reference(Field::account);
  check_not_negative(ledger, Field::committed);
  if (ledger.refused()) return;
  const Instant day = ledger.moment(Field::from, DateOnly::start_of_day).value_or(ledger.at());
  const RowNumber row = budget_for(ledger, day);
  if (row == 0) {
    return ledger.fault(Field::from, "no-budget",
                        "account " + ledger.given(Field::account) + " has no budget for that day",
                        "Enter a budget for the period first.");
  }
  book(ledger, row, "spent", money_of(ledger.given(Field::amount)));
  book(ledger, row, "committed", Money() - money_of(ledger.given(Field::committed)));
}

void settle_conflict(Ledger& ledger) {
  const RowNumber row = ledger.row_of("conflicts.csv", ledger.given(Field::conflict));
  if (row == 0) {
    return ledger.fault(Field::conflict, "unknown-conflict", "there is no conflict " + ledger.given(Field::conflict),
                        "Give an id of conflicts.csv.");
  }
  if (!ledger.cell("conflicts.csv", row, "settled").empty()) return;
  ledger.set("conflicts.csv", row,
             {{"settled", ledger.from_text(ledger.at())},
              {"settled_by", ledger.event().person},
              {"decision", cell_of(ledger.given(Field::decision))}});
}

}  // namespace kilter::service
