// Draft rows of what comes in: vendors and their offers, stock, open production and purchase orders.
#pragma once

#include <optional>

#include "base/fixed.hpp"
#include "model/draft/text.hpp"
#include "model/plant.hpp"

namespace kilter::model {

struct VendorRow {
  static constexpr const char* kFile = "vendors.csv";
  Text id{};
  Text name{};
  Text calendar{};  // empty: every day
  Quantity capacity_per_week{};
  RowNumber row = 0;
  friend bool operator==(const VendorRow&, const VendorRow&) = default;
};

struct OfferRow {
  static constexpr const char* kFile = "offers.csv";
  Text id{};  // only needed to tell offers of one vendor for one item apart in price_breaks.csv
  Text vendor{};
  Text item{};
  Text site{};  // empty: delivers to every site
  UnitPrice price{};
  Text currency{};  // empty: the plant's; holds for the price breaks and `order_cost` as well
  Quantity minimum{};
  Quantity multiple{};
  Quantity maximum{};
  Duration lead_time{0};
  Duration lead_time_spread{0};
  Money order_cost{};
  std::optional<Instant> from{};
  std::optional<Instant> until{};
  RowNumber row = 0;
  friend bool operator==(const OfferRow&, const OfferRow&) = default;
};

struct PriceBreakRow {
  static constexpr const char* kFile = "price_breaks.csv";
  Text vendor{};
  Text item{};
  Text offer{};  // empty: every offer of this vendor for this item
  Quantity from_quantity{};
  UnitPrice price{};
  RowNumber row = 0;
  friend bool operator==(const PriceBreakRow&, const PriceBreakRow&) = default;
};

struct StockRow {
  static constexpr const char* kFile = "stock.csv";
  Text item{};
  Text site{};  // empty: the location's site, else the only site
  Text location{};
  Text lot{};
  Quantity quantity{};
  std::optional<Instant> expiry{};
  bool held = false;
  Text hold_reason{};
  RowNumber row = 0;
  friend bool operator==(const StockRow&, const StockRow&) = default;
};

struct ProductionOrderRow {
  static constexpr const char* kFile = "production_orders.csv";
  Text id{};
  Text item{};
  Text site{};  // empty: where the item is made
  Quantity quantity{};
  SupplyStatus status = SupplyStatus::firm;
  Instant due{};
  Text for_order{};
  RowNumber row = 0;
  friend bool operator==(const ProductionOrderRow&, const ProductionOrderRow&) = default;
};

struct ProgressRow {
  static constexpr const char* kFile = "progress.csv";
  Text production_order{};
  Text operation{};
  WorkStatus status = WorkStatus::waiting;
  Text work_unit{};
  std::optional<Instant> start{};
  std::optional<Instant> end{};
  Quantity done_quantity{};
  Text people{};  // ids with ';' between them
  RowNumber row = 0;
  friend bool operator==(const ProgressRow&, const ProgressRow&) = default;
};

struct PurchaseOrderRow {
  static constexpr const char* kFile = "purchase_orders.csv";
  Text id{};
  Text vendor{};
  Text item{};
  Text site{};  // empty: the only site
  Quantity quantity{};
  UnitPrice price{};  // plant currency
  SupplyStatus status = SupplyStatus::released;
  std::optional<Instant> ordered{};    // none: the origin
  std::optional<Instant> requested{};  // none: same as `current`
  std::optional<Instant> first_confirmed{};
  Instant current{};
  RowNumber row = 0;
  friend bool operator==(const PurchaseOrderRow&, const PurchaseOrderRow&) = default;
};

}  // namespace kilter::model
