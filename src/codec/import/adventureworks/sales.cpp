#include <map>
#include <string>

#include "codec/import/adventureworks/products.hpp"

namespace kilter::codec::adventureworks {
namespace {

struct Header {
  std::string_view customer;
  time::Instant due;
};

using Headers = std::map<std::string_view, Header>;

Headers headers_of_period(Session& session) {
  Headers headers;
  for (const SourceRow row : session.table("SalesOrderHeader")) {
    const auto ordered = row.instant("orderdate");
    if (!ordered || *ordered < session.options.from || *ordered >= session.options.until + time::Duration(86'400))
      continue;
    if (const auto due = row.instant("duedate"))
      headers.emplace(row.text("salesorderid"), Header{row.text("customerid"), *due});
  }
  return headers;
}

void add_order(const SourceRow& line, const Header& header, Session& session) {
  const std::string id =
      std::string(line.text("referenceorderid")) + '-' + std::string(line.text("referenceorderlineid"));
  if (!line.has("actualcost")) session.leave_next_open("orders.csv", "price");
  session.draft.orders.push_back({.id = session.draft.keep(id),
                                  .customer = header.customer,
                                  .item = line.text("productid"),
                                  .quantity = line.quantity("quantity"),
                                  .requested = header.due,
                                  .price = line.price("actualcost"),
                                  .row = line.number()});
}

}  // namespace

void import_sales(Session& session) {
  const Headers headers = headers_of_period(session);
  std::set<std::string_view> customers;
  for (const SourceRow line : session.table("SalesOrderLine")) {
    const auto header = headers.find(line.text("referenceorderid"));
    if (header == headers.end()) continue;
    add_order(line, header->second, session);
    if (customers.insert(header->second.customer).second)
      session.draft.customers.push_back({.id = header->second.customer});
  }
  if (session.draft.orders.empty()) {
    session.error("import-no-orders", {session.table("SalesOrderHeader").file(), 0, "OrderDate", ""},
                  "No sales order is dated in the period.", "The data runs from 2011-05-31 to 2013-12-31.");
  }
  session.assumed(
      {session.table("SalesOrderHeader").file(), 0, "DueDate", ""},
      "Orders are wanted at 00:00 of their due date; all orders have the same priority; all times are UTC.");
}

}  // namespace kilter::codec::adventureworks
