// Customers, orders, clearances; accounts and budgets.
#include "codec/plant/tables/tables.hpp"

namespace kilter::codec::plant {

using namespace model;  // NOLINT(google-build-using-namespace): a table of the model's members

namespace {

std::vector<Column> order_columns() {
  return {
      column<&OrderRow::id, Kind::id>({.name = "id", .meaning = "Id of the order line.", .example = "SO-1007"}),
      column<&OrderRow::customer, Kind::reference>({.name = "customer",
                                                    .need = Need::optional,
                                                    .fallback = "none",
                                                    .detail = "customers.csv",
                                                    .meaning = "Who ordered.",
                                                    .example = "dealer-1"}),
      column<&OrderRow::item, Kind::reference>(
          {.name = "item", .detail = "items.csv", .meaning = "What.", .example = "bike"}),
      column<&OrderRow::site, Kind::reference>({.name = "site",
                                                .need = Need::optional,
                                                .fallback = "the only site",
                                                .detail = "sites.csv",
                                                .meaning = "Site that delivers.",
                                                .example = "main"}),
      column<&OrderRow::quantity, Kind::quantity>(
          {.name = "quantity", .meaning = "Still to deliver.", .example = "12"}),
      column<&OrderRow::requested, Kind::until>(
          {.name = "requested", .meaning = "When the customer wants it.", .example = "2026-12-11"}),
      column<&OrderRow::promised, Kind::until>({.name = "promised",
                                                .need = Need::optional,
                                                .fallback = "as requested",
                                                .meaning = "What was promised: the due date.",
                                                .example = "2026-12-14"}),
      column<&OrderRow::priority, Kind::whole>({.name = "priority",
                                                .need = Need::assumed,
                                                .fallback = "1",
                                                .meaning = "Higher is more urgent.",
                                                .example = "2"}),
      column<&OrderRow::price, Kind::price>({.name = "price",
                                             .need = Need::assumed,
                                             .fallback = "0",
                                             .detail = "plant currency per unit",
                                             .meaning = "What the customer pays.",
                                             .example = "2890"}),
      column<&OrderRow::penalty_per_day, Kind::money>(
          {.name = "penalty_per_day",
           .need = Need::optional,
           .fallback = "the plant's default, times 1, 3, 6, 10, ... by priority",
           .detail = "plant currency",
           .meaning = "Cost of a calendar day of lateness of the whole order.",
           .example = "150"}),
      column<&OrderRow::partial, Kind::yes_no>(
          {.name = "partial",
           .need = Need::assumed,
           .fallback = "no",
           .meaning = "Whether it may be shipped in parts; then each part is late by itself, "
                      "with its share of the penalty.",
           .example = "no"}),
      column<&OrderRow::status, Kind::choice>({.name = "status",
                                               .need = Need::assumed,
                                               .fallback = "firm",
                                               .detail = "inquiry, firm, closed",
                                               .meaning = "Only firm orders are planned.",
                                               .example = "firm"}),
  };
}

std::vector<Column> clearance_columns() {
  return {
      column<&ClearanceRow::id, Kind::id>({.name = "id", .meaning = "Id of the clearance.", .example = "ECN-12"}),
      column<&ClearanceRow::lamp, Kind::choice>(
          {.name = "lamp",
           .need = Need::assumed,
           .fallback = "document",
           .detail = "material, people, machine, tool, document, quality, paperwork, money",
           .meaning = "Readiness lamp that it belongs to.",
           .example = "document"}),
      column<&ClearanceRow::order, Kind::reference>(
          {.name = "order",
           .need = Need::optional,
           .fallback = "none",
           .detail = "orders.csv",
           .meaning =
               "Customer order that it holds back: what is made for it alone, and its delivery, from stock, too.",
           .example = "SO-1007"}),
      column<&ClearanceRow::production_order, Kind::reference>({.name = "production_order",
                                                                .need = Need::optional,
                                                                .fallback = "none",
                                                                .detail = "production_orders.csv",
                                                                .meaning = "Production order that it holds back.",
                                                                .example = "MO-118"}),
      column<&ClearanceRow::item, Kind::reference>({.name = "item",
                                                    .need = Need::optional,
                                                    .fallback = "none",
                                                    .detail = "items.csv",
                                                    .meaning = "Item whose operation it holds back.",
                                                    .example = "frame"}),
      column<&ClearanceRow::operation, Kind::reference>({.name = "operation",
                                                         .need = Need::optional,
                                                         .fallback = "none",
                                                         .detail = "operations.csv",
                                                         .meaning = "Operation that it holds back.",
                                                         .example = "10"}),
      column<&ClearanceRow::cleared, Kind::yes_no>({.name = "cleared",
                                                    .need = Need::assumed,
                                                    .fallback = "no",
                                                    .meaning = "Whether it is given.",
                                                    .example = "no"}),
      column<&ClearanceRow::expected, Kind::until>(
          {.name = "expected",
           .need = Need::optional,
           .fallback = "no date: blocked",
           .meaning = "When it will be. Without a date, what it holds back is planned as if it came in time, and is "
                      "not said to be on time.",
           .example = "2026-11-26"}),
      column<&ClearanceRow::owner, Kind::text>(
          {.name = "owner", .need = Need::optional, .meaning = "Who sees to it.", .example = "Kim"}),
      column<&ClearanceRow::note, Kind::text>(
          {.name = "note", .need = Need::optional, .meaning = "What it is about.", .example = "drawing revision C"}),
  };
}

std::vector<Column> budget_columns() {
  return {
      column<&BudgetRow::account, Kind::reference>(
          {.name = "account", .detail = "accounts.csv", .meaning = "Account.", .example = "overtime"}),
      column<&BudgetRow::from, Kind::from>(
          {.name = "from", .meaning = "First day of the period.", .example = "2026-11-01"}),
      column<&BudgetRow::until, Kind::until>(
          {.name = "until", .meaning = "Last day of the period.", .example = "2026-11-30"}),
      column<&BudgetRow::soft_cap, Kind::money>({.name = "soft_cap",
                                                 .need = Need::optional,
                                                 .fallback = "none",
                                                 .detail = "plant currency",
                                                 .meaning = "More than this is pointed out.",
                                                 .example = "1200"}),
      column<&BudgetRow::hard_cap, Kind::money>({.name = "hard_cap",
                                                 .need = Need::optional,
                                                 .fallback = "none",
                                                 .detail = "plant currency",
                                                 .meaning = "More than this is never planned.",
                                                 .example = "1500"}),
      column<&BudgetRow::spent, Kind::money>({.name = "spent",
                                              .need = Need::assumed,
                                              .fallback = "0",
                                              .detail = "plant currency",
                                              .meaning = "Spent so far.",
                                              .example = "900"}),
      column<&BudgetRow::committed, Kind::money>({.name = "committed",
                                                  .need = Need::assumed,
                                                  .fallback = "0",
                                                  .detail = "plant currency",
                                                  .meaning = "Ordered but not yet spent.",
                                                  .example = "0"}),
  };
}

}  // namespace

std::vector<Table> demand_tables() {
  return {
      table<&PlantDraft::customers>(
          "customers.csv", "Customers", "Who orders.",
          {column<&CustomerRow::id, Kind::id>({.name = "id", .meaning = "Id of the customer.", .example = "dealer-1"}),
           column<&CustomerRow::name, Kind::text>({.name = "name",
                                                   .need = Need::optional,
                                                   .fallback = "the id",
                                                   .meaning = "Name shown.",
                                                   .example = "Radhaus Mitte"})}),
      table<&PlantDraft::orders>("orders.csv", "Customer orders", "What is to be delivered. One row per order line.",
                                 order_columns()),
      table<&PlantDraft::clearances>(
          "clearances.csv", "Clearances",
          "What must be cleared before work starts: a drawing, a licence, an approval. Each row names "
          "exactly one of order, production_order, or item with operation.",
          clearance_columns()),
  };
}

std::vector<Table> money_tables() {
  return {
      table<&PlantDraft::accounts>(
          "accounts.csv", "Accounts", "Budget accounts.",
          {column<&AccountRow::id, Kind::id>({.name = "id", .meaning = "Id of the account.", .example = "overtime"}),
           column<&AccountRow::name, Kind::text>({.name = "name",
                                                  .need = Need::optional,
                                                  .fallback = "the id",
                                                  .meaning = "Name shown.",
                                                  .example = "Overtime"}),
           column<&AccountRow::kind, Kind::choice>(
               {.name = "kind",
                .need = Need::assumed,
                .fallback = "other",
                .detail = "material, labour, machine, overtime, outside, freight, other",
                .meaning = "Which costs are booked here.",
                .example = "overtime"})}),
      table<&PlantDraft::budgets>(
          "budgets.csv", "Budgets",
          "One account in one period. Every cost is booked on one account: that of its kind with a "
          "budget for that day. Periods of one account, and of accounts of one kind, do not overlap.",
          budget_columns()),
  };
}

}  // namespace kilter::codec::plant
