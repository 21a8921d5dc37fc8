#include "service/floor/effect/stock.hpp"

#include <algorithm>

#include "codec/text/values/decimal.hpp"
#include "codec/text/values/duration.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kStock = "stock.csv";

std::string only_site(const Ledger& ledger) {
  const Table* sites = ledger.tables().find("sites.csv");
  if (sites == nullptr || sites->rows().empty()) return "main";
  return sites->cell(*sites->rows().begin(), "id");
}

bool counts(const Ledger& ledger, RowNumber row) {
  const std::string location = ledger.cell(kStock, row, "location");
  if (location.empty()) return true;
  const RowNumber place = ledger.row_of("locations.csv", location);
  return place == 0 || ledger.yes("locations.csv", place, "nettable", true);
}

bool may_be_used(const Ledger& ledger, RowNumber row, const Want& want) {
  if (!ledger.amount(kStock, row, "quantity").positive() || ledger.yes(kStock, row, "held", false)) return false;
  const std::optional<Instant> expiry = ledger.moment(kStock, row, "expiry", DateOnly::end_of_day);
  return (!expiry || *expiry > want.at) && counts(ledger, row) && site_of(ledger, kStock, row) == want.site;
}

// The first to expire first, what never does last; of these in the order of the file.
std::vector<RowNumber> usable(const Ledger& ledger, const Want& want) {
  struct Lot {
    Instant expiry;
    RowNumber row;
  };
  std::vector<Lot> lots;
  for (const RowNumber row : ledger.rows_of(kStock, want.item)) {
    if (!may_be_used(ledger, row, want)) continue;
    lots.push_back({ledger.moment(kStock, row, "expiry", DateOnly::end_of_day).value_or(Instant::max()), row});
  }
  std::stable_sort(lots.begin(), lots.end(), [](const Lot& a, const Lot& b) { return a.expiry < b.expiry; });
  std::vector<RowNumber> rows;
  for (const Lot& lot : lots) rows.push_back(lot.row);
  return rows;
}

std::string expiry_of(const Ledger& ledger, const Inflow& inflow) {
  if (!inflow.expiry.empty()) return inflow.expiry;
  const RowNumber item = ledger.row_of("items.csv", inflow.item);
  const std::string life = item == 0 ? std::string() : ledger.cell("items.csv", item, "shelf_life");
  if (life.empty()) return {};
  return ledger.until_text(ledger.at() + codec::text::parse_duration(life).value);
}

}  // namespace

std::string site_of(const Ledger& ledger, std::string_view table, RowNumber row) {
  std::string site = ledger.cell(table, row, "site");
  if (!site.empty()) return site;
  const std::string location = ledger.cell(table, row, "location");
  const RowNumber place = location.empty() ? 0 : ledger.row_of("locations.csv", location);
  if (place != 0) site = ledger.cell("locations.csv", place, "site");
  return site.empty() ? only_site(ledger) : site;
}

std::string made_at(const Ledger& ledger, const Job& job) {
  if (const std::string site = ledger.cell("production_orders.csv", job.order_row, "site"); !site.empty()) return site;
  for (const Step& step : job.route.steps) {
    const RowNumber centre = ledger.row_of("work_centres.csv", of_step(ledger, step, "work_centre"));
    if (centre != 0) return site_of(ledger, "work_centres.csv", centre);
  }
  return only_site(ledger);
}

std::vector<Taken> take(Ledger& ledger, const Want& want, Quantity quantity) {
  std::vector<Taken> taken;
  Quantity left = quantity;
  for (const RowNumber row : usable(ledger, want)) {
    if (!left.positive()) break;
    const Quantity there = ledger.amount(kStock, row, "quantity");
    const Quantity part = std::min(there, left);
    taken.push_back({.item = want.item,
                     .lot = ledger.cell(kStock, row, "lot"),
                     .location = ledger.cell(kStock, row, "location"),
                     .quantity = part});
    left -= part;
    if (part == there) {
      empty_stock(ledger, row);
    } else {
      ledger.set(kStock, row, {{"quantity", text_of(there - part)}});
    }
  }
  return taken;
}

void empty_stock(Ledger& ledger, RowNumber row) {
  if (ledger.rows_of(kStock, ledger.cell(kStock, row, "item")).size() > 1) return ledger.remove(kStock, row);
  ledger.set(kStock, row, {{"quantity", "0"}});
}

void keep_known(Ledger& ledger, const std::string& item, const std::string& site) {
  for (const char* table : {"stock.csv", "operations.csv", "boms.csv"}) {
    if (ledger.row_of(table, item) != 0) return;
  }
  if (!ledger.rows_with("offers.csv", {"item", item}).empty()) return;
  ledger.add(kStock, {{"item", item}, {"site", site}, {"quantity", "0"}});
}

Quantity sum(const std::vector<Taken>& taken) {
  Quantity all;
  for (const Taken& part : taken) all += part.quantity;
  return all;
}

void put(Ledger& ledger, const Inflow& inflow) {
  if (!inflow.quantity.positive()) return;
  ledger.add(kStock, {{"item", inflow.item},
                      {"site", inflow.site},
                      {"location", inflow.location},
                      {"lot", cell_of(inflow.lot)},
                      {"quantity", text_of(inflow.quantity)},
                      {"expiry", expiry_of(ledger, inflow)}});
}

}  // namespace kilter::service
