// Customers, their orders, and stock.
#include "model/build/build.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

void add_order(Build& build, const OrderRow& row) {
  build.orders.define(build.plant.orders.next_id(), spot(row, "id", row.id), build.report);
  if (row.status == OrderStatus::closed) {
    check_not_negative(build, row, "quantity", row.quantity);
  } else {
    check_positive(build, row, "quantity", row.quantity);
  }
  check_not_negative(build, row, "priority", row.priority);
  check_not_negative(build, row, "price", row.price);
  check_not_negative(build, row, "penalty_per_day", row.penalty_per_day);
  CustomerOrder order;
  order.id = row.id.str();
  order.customer = build.customers.optional(spot(row, "customer", row.customer), build.report);
  order.item = build.items.required(spot(row, "item", row.item), build.report);
  order.site = site_or_only(build, spot(row, "site", row.site));
  order.quantity = row.quantity;
  order.requested = row.requested;
  order.promised = row.promised;
  order.priority = row.priority;
  order.price = row.price;
  order.penalty_per_day = row.penalty_per_day;
  order.partial = row.partial;
  order.status = row.status;
  build.plant.orders.push_back(std::move(order));
}

SiteId stock_site(Build& build, const StockRow& row, LocationId location) {
  if (row.site.empty() && location.valid()) return build.plant.locations[location].site;
  const SiteId site = site_or_only(build, spot(row, "site", row.site));
  if (site.valid() && location.valid() && build.plant.locations[location].site != site) {
    build.report.error("location-at-other-site", spot(row, "location", row.location),
                       "the location belongs to another site", "Correct the site or the location.");
  }
  return site;
}

void add_stock(Build& build, const StockRow& row) {
  check_not_negative(build, row, "quantity", row.quantity);
  Stock stock;
  stock.item = build.items.required(spot(row, "item", row.item), build.report);
  stock.location = build.locations.optional(spot(row, "location", row.location), build.report);
  stock.site = stock_site(build, row, stock.location);
  stock.lot = row.lot.str();
  stock.quantity = row.quantity;
  stock.expiry = row.expiry;
  stock.held = row.held;
  stock.hold_reason = row.hold_reason.str();
  build.plant.stock.push_back(std::move(stock));
}

}  // namespace

void build_orders(Build& build) {
  for (const CustomerRow& row : build.draft.customers) {
    build.customers.define(build.plant.customers.next_id(), spot(row, "id", row.id), build.report);
    build.plant.customers.push_back({.id = row.id.str(), .name = row.name.empty() ? row.id.str() : row.name.str()});
  }
  build.plant.orders.reserve(build.draft.orders.size());
  build.orders.reserve(build.draft.orders.size());
  const std::vector<OrderRow>& rows = build.draft.orders;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i + kAhead < rows.size()) {
      build.orders.index().prefetch(rows[i + kAhead].id.view());
      build.items.index().prefetch(rows[i + kAhead].item.view());
    }
    add_order(build, rows[i]);
  }
}

void build_stock(Build& build) {
  build.plant.stock.reserve(build.draft.stock.size());
  for (const StockRow& row : build.draft.stock) add_stock(build, row);
}

}  // namespace kilter::model
