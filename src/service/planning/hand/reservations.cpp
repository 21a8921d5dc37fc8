#include "service/planning/hand/reservations.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <set>
#include <utility>

#include "codec/text/values/civil_time.hpp"
#include "service/access/directory.hpp"
#include "service/floor/effect.hpp"

namespace kilter::service {
namespace {

using Edits = base::Result<ReservationEdits>;
using codec::text::DateOnly;

constexpr const char* kOrders = "orders.csv";
constexpr const char* kRecords = "reservations.csv";
constexpr std::string_view kPrefix = "R-";
constexpr time::Duration kLongest{60LL * 86'400};

Edits refused(const char* code, const char* field, std::string value, std::string message, const char* way_out) {
  return Edits::failure({{.code = code,
                          .where = {.column = field, .value = std::move(value)},
                          .message = std::move(message),
                          .way_out = way_out}});
}

// An id that no order has had.
std::string free_id(const PlantTables& tables) {
  std::uint64_t last = 0;
  const Table* orders = tables.find(kOrders);
  if (orders == nullptr) return std::string(kPrefix) + "1";
  for (const Row& row : orders->rows()) {
    const std::string& id = orders->cell(row, "id");
    std::uint64_t number = 0;
    if (!id.starts_with(kPrefix)) continue;
    std::from_chars(id.data() + kPrefix.size(), id.data() + id.size(), number);
    last = std::max(last, number);
  }
  return std::string(kPrefix) + std::to_string(last + 1);
}

RowNumber row_of(const PlantTables& tables, const char* table, const char* column, const std::string& text) {
  const std::array<CellText, 1> cells{{{column, text}}};
  const std::vector<RowNumber> rows = tables.rows_with(table, cells);
  return rows.empty() ? 0 : rows.front();
}

std::string utc(time::Instant instant) {
  return utc_text(std::chrono::duration_cast<std::chrono::microseconds>(instant.time_since_epoch()).count());
}

time::Instant until_of(const Table& records, const Row& row, const time::Zone& zone) {
  return codec::text::parse_instant(records.cell(row, "until"), zone, DateOnly::end_of_day).value;
}

Edits unknown(const std::string& order) {
  return refused("unknown-reservation", "order", order, "there is no reservation " + order,
                 "The table reservations.csv lists them.");
}

}  // namespace

RowEdit order_row(const std::string& id, const Reservation& reservation) {
  RowEdit edit{.change = RowChange::add, .table = kOrders};
  for (const auto& [column, text] : {std::pair<const char*, const std::string&>("id", id),
                                     {"customer", reservation.customer},
                                     {"item", reservation.item},
                                     {"site", reservation.site},
                                     {"quantity", reservation.quantity},
                                     {"requested", reservation.requested},
                                     {"priority", reservation.priority}}) {
    if (!text.empty()) edit.cells.push_back({column, text});
  }
  edit.cells.push_back({"status", "firm"});
  return edit;
}

Edits reserve_edits(const PlantTables& tables, const Reservation& reservation, const std::string& author,
                    time::Instant now) {
  const time::Zone zone = zone_of(tables);
  const auto until = codec::text::parse_instant(reservation.until, zone, DateOnly::end_of_day);
  if (until.fault != nullptr) {
    return refused("bad-value", "until", reservation.until, "until is not a time",
                   "Write one, as in 2026-12-03T12:00.");
  }
  if (until.value <= now || until.value > now + kLongest) {
    return refused("bad-value", "until", reservation.until, "until has passed, or is too far ahead",
                   "Hold it for up to 60 days from now.");
  }
  ReservationEdits edits{.order = free_id(tables), .until = utc(until.value), .orders = {}, .records = {}};
  edits.orders.push_back(order_row(edits.order, reservation));
  edits.records.push_back(
      {.change = RowChange::add,
       .table = kRecords,
       .cells = {{"order", edits.order}, {"until", edits.until}, {"by", author}, {"made", utc(now)}}});
  return edits;
}

Edits confirm_edits(const PlantTables& tables, const std::string& order, time::Instant now) {
  const RowNumber row = row_of(tables, kRecords, "order", order);
  if (row == 0) return unknown(order);
  const Table& records = *tables.find(kRecords);
  const time::Zone zone = zone_of(tables);
  if (until_of(records, *records.find(row), zone) <= now) {
    return refused("expired", "order", order, order + " was held until " + records.cell(*records.find(row), "until"),
                   "Ask for a quote again, and reserve anew.");
  }
  ReservationEdits edits{.order = order, .until = {}, .orders = {}, .records = {}};
  edits.records.push_back({.change = RowChange::remove, .table = kRecords, .row = row});
  return edits;
}

Edits drop_edits(const PlantTables& tables, const std::string& order) {
  const RowNumber row = row_of(tables, kRecords, "order", order);
  const RowNumber at = row_of(tables, kOrders, "id", order);
  if (row == 0 || at == 0) return unknown(order);
  ReservationEdits edits{.order = order, .until = {}, .orders = {}, .records = {}};
  edits.orders.push_back({.change = RowChange::change, .table = kOrders, .row = at, .cells = {{"status", "closed"}}});
  edits.records.push_back({.change = RowChange::remove, .table = kRecords, .row = row});
  return edits;
}

void close_expired(const PlantTables& tables, time::Instant at, model::PlantDraft& draft) {
  const Table* records = tables.find(kRecords);
  if (records == nullptr || records->rows().empty()) return;
  const time::Zone zone = zone_of(tables);
  std::set<std::string, std::less<>> expired;
  for (const Row& row : records->rows()) {
    if (until_of(*records, row, zone) <= at) expired.insert(records->cell(row, "order"));
  }
  for (model::OrderRow& row : draft.orders) {
    if (expired.count(row.id.str()) > 0) row.status = model::OrderStatus::closed;
  }
}

}  // namespace kilter::service
