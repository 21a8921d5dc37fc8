#include "codec/import/frepple/supply.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace kilter::codec::frepple {
namespace {

using base::Quantity;

bool proposed_or_done(std::string_view status) {
  return status.empty() || status == "proposed" || status == "completed" || status == "closed";
}

void carry_safety_stock(const SourceRow& row, Session& session, model::ItemRow& item) {
  const Quantity minimum = row.quantity("minimum");
  if (item.safety_stock.positive() && minimum.positive() && minimum != item.safety_stock) {
    session.not_carried(row.place("minimum"), "An item has one safety stock for every site; the largest is kept.");
  }
  item.safety_stock = std::max(item.safety_stock, minimum);
}

void carry_offer(const SourceRow& row, Session& session) {
  model::OfferRow offer{
      .vendor = row.text("supplier"), .item = row.text("item"), .site = row.text("location"), .row = row.number()};
  offer.price = row.price("cost");
  if (!row.has("cost")) session.assumed(row.place("cost"), "The offer has no cost: planned as free.");
  // A minimum that is not given is one in frePPLe.
  offer.minimum = row.has("sizeminimum") ? row.quantity("sizeminimum") : Quantity::units(1);
  offer.multiple = row.quantity("sizemultiple");
  offer.maximum = row.quantity("sizemaximum");
  offer.lead_time = row.seconds("leadtime").value_or(time::Duration(0));
  if (!row.has("leadtime")) session.leave_next_open("offers.csv", "lead_time");
  offer.from = row.instant("effectivestart");
  offer.until = row.instant("effectiveend");
  session.draft.offers.push_back(offer);
}

// The plant chooses among offers by cost and date, not by rank.
void note_ranks(const SourceTable& table, Session& session) {
  std::map<std::string_view, std::int64_t> ranks;
  for (const SourceRow row : table) {
    const std::int64_t rank = row.whole("priority").value_or(1);
    const auto [first, is_new] = ranks.emplace(row.text("item"), rank);
    if (!is_new && first->second != rank) {
      session.not_carried(row.place("priority"), "Offers are chosen by cost and date; the rank is not kept.");
    }
  }
}

// A demand without a status is open: frePPLe's own default.
model::OrderStatus order_status(const SourceRow& row, Session& session) {
  const std::string_view status = row.text("status");
  if (status.empty() || status == "open") return model::OrderStatus::firm;
  if (status == "quote" || status == "inquiry") return model::OrderStatus::inquiry;
  if (status != "closed" && status != "canceled") {
    session.not_carried(row.place("status"), "An unknown status; the order is taken as closed.");
  }
  return model::OrderStatus::closed;
}

constexpr std::int64_t kDefaultPriority = 10;  // of a demand without one: frePPLe's own default
constexpr std::int64_t kLargestPriority = 1'000'000;

std::int64_t urgency(const SourceRow& row) {
  return std::clamp(row.whole("priority").value_or(kDefaultPriority), -kLargestPriority, kLargestPriority);
}

model::OrderRow order_of(const SourceRow& row, std::int64_t least_urgent, Session& session) {
  model::OrderRow order{.id = row.text("name"),
                        .customer = row.text("customer"),
                        .item = row.text("item"),
                        .site = row.text("location"),
                        .row = row.number()};
  // A demand without a quantity is for one: frePPLe's own default.
  order.quantity = row.has("quantity") ? row.quantity("quantity") : Quantity::units(1);
  order.priority = static_cast<std::int32_t>(least_urgent + 1 - urgency(row));
  order.status = order_status(row, session);
  const Quantity smallest = row.quantity("minshipment");
  order.partial = smallest.positive() && smallest < order.quantity;
  return order;
}

void carry_production_order(const SourceRow& row, std::string_view item, Session& session) {
  const auto due = row.instant(row.has("enddate") ? "enddate" : "endingdate");
  if (!due) {
    session.not_carried(row.place("enddate"), "An order under way without an end date.");
    return;
  }
  session.draft.production_orders.push_back(
      {.id = row.text("reference"),
       .item = item,
       .quantity = row.quantity("quantity"),
       .status = row.text("status") == "approved" ? model::SupplyStatus::firm : model::SupplyStatus::released,
       .due = *due,
       .row = row.number()});
}

void import_production_orders(Session& session) {
  std::map<std::string_view, std::string_view> item_of;
  for (const model::OperationRow& row : session.draft.operations)
    item_of.emplace(row.operation.view(), row.item.view());
  for (const SourceRow row : session.table("operation")) {
    if (row.has("item")) item_of.emplace(row.text("name"), row.text("item"));
  }
  for (const SourceRow row : session.table("manufacturingorder")) {
    const auto item = item_of.find(row.text("operation"));
    if (proposed_or_done(row.text("status"))) {
      session.not_carried(row.place("status"), "Proposed orders are planned anew, finished ones are history.");
    } else if (item == item_of.end()) {
      session.not_carried(row.place("operation"), "There is no such operation that makes an item.");
    } else {
      carry_production_order(row, item->second, session);
    }
  }
}

void import_purchase_orders(Session& session) {
  for (const SourceRow row : session.table("purchaseorder")) {
    const auto due = row.instant(row.has("enddate") ? "enddate" : "receiptdate");
    if (proposed_or_done(row.text("status")) || !due) {
      session.not_carried(row.place("status"), "Proposed orders are planned anew, finished or undated ones are not.");
      continue;
    }
    session.draft.purchase_orders.push_back(
        {.id = row.text("reference"),
         .vendor = row.text("supplier"),
         .item = row.text("item"),
         .site = row.text("location"),
         .quantity = row.quantity("quantity"),
         .ordered = row.instant(row.has("startdate") ? "startdate" : "orderingdate"),
         .current = *due,
         .row = row.number()});
  }
}

}  // namespace

void import_stock(Session& session) {
  std::map<std::string_view, std::size_t> items;
  for (std::size_t i = 0; i < session.draft.items.size(); ++i) items.emplace(session.draft.items[i].id.view(), i);
  for (const SourceRow row : session.table("buffer")) {
    const Quantity on_hand = row.quantity("onhand");
    if (on_hand.negative()) session.not_carried(row.place("onhand"), "Stock below zero; planned as none.");
    if (on_hand.positive()) {
      session.draft.stock.push_back(
          {.item = row.text("item"), .site = row.text("location"), .quantity = on_hand, .row = row.number()});
    }
    const auto item = items.find(row.text("item"));
    if (item != items.end()) carry_safety_stock(row, session, session.draft.items[item->second]);
  }
}

void import_suppliers(Calendars& calendars, Session& session) {
  for (const SourceRow row : session.table("supplier")) {
    session.draft.vendors.push_back(
        {.id = row.text("name"), .calendar = calendars.carry(row.text("available")), .row = row.number()});
  }
  for (const SourceRow row : session.table("itemsupplier")) {
    if (row.has("priority") && row.whole("priority") == 0) {
      session.not_carried(row.place("priority"), "Priority 0: the offer is switched off.");
    } else {
      carry_offer(row, session);
    }
  }
  note_ranks(session.table("itemsupplier"), session);
}

void import_demands(Session& session) {
  std::int64_t least_urgent = -kLargestPriority;
  for (const SourceRow row : session.table("demand")) least_urgent = std::max(least_urgent, urgency(row));
  for (const SourceRow row : session.table("demand")) {
    model::OrderRow order = order_of(row, least_urgent, session);
    const auto due = row.instant("due");
    if (!due && !row.has("due")) session.not_carried(row.place("due"), "An order without a due date.");
    if (!due) continue;
    order.requested = *due;
    // Whether the customer takes parts is then not said; frePPLe itself would ship tenths of the quantity.
    if (!row.has("minshipment")) session.leave_next_open("orders.csv", "partial");
    session.draft.orders.push_back(order);
  }
}

void import_open_orders(Session& session) {
  import_production_orders(session);
  import_purchase_orders(session);
}

}  // namespace kilter::codec::frepple
