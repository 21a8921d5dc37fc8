// Draft rows of what is wanted and what it may cost: customers, orders, accounts, budgets, clearances.
#pragma once

#include <optional>

#include "base/fixed.hpp"
#include "model/draft/text.hpp"
#include "model/plant.hpp"

namespace kilter::model {

struct CustomerRow {
  static constexpr const char* kFile = "customers.csv";
  Text id{};
  Text name{};
  RowNumber row = 0;
  friend bool operator==(const CustomerRow&, const CustomerRow&) = default;
};

struct OrderRow {
  static constexpr const char* kFile = "orders.csv";
  Text id{};
  Text customer{};
  Text item{};
  Text site{};  // empty: the only site
  Quantity quantity{};
  Instant requested{};
  std::optional<Instant> promised{};
  std::int32_t priority = 1;
  UnitPrice price{};
  Money penalty_per_day{};
  bool partial = false;
  OrderStatus status = OrderStatus::firm;
  RowNumber row = 0;
  friend bool operator==(const OrderRow&, const OrderRow&) = default;
};

struct AccountRow {
  static constexpr const char* kFile = "accounts.csv";
  Text id{};
  Text name{};
  AccountKind kind = AccountKind::other;
  RowNumber row = 0;
  friend bool operator==(const AccountRow&, const AccountRow&) = default;
};

struct BudgetRow {
  static constexpr const char* kFile = "budgets.csv";
  Text account{};
  Instant from{};
  Instant until{};
  std::optional<Money> soft_cap{};
  std::optional<Money> hard_cap{};
  Money spent{};
  Money committed{};
  RowNumber row = 0;
  friend bool operator==(const BudgetRow&, const BudgetRow&) = default;
};

// Names exactly one of: an order, a production order, or an operation of an item.
struct ClearanceRow {
  static constexpr const char* kFile = "clearances.csv";
  Text id{};
  Lamp lamp = Lamp::document;
  Text order{};
  Text production_order{};
  Text item{};
  Text operation{};
  bool cleared = false;
  std::optional<Instant> expected{};
  Text owner{};
  Text note{};
  RowNumber row = 0;
  friend bool operator==(const ClearanceRow&, const ClearanceRow&) = default;
};

}  // namespace kilter::model
