#include "service/floor/effect/ledger.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/require.hpp"
#include "codec/plant/cells.hpp"
#include "codec/text/values/decimal.hpp"
#include "model/decimal_text.hpp"
#include "service/floor/event_kinds.hpp"

namespace kilter::service {
namespace {

// Clocks of devices go wrong by that much without anybody minding.
constexpr time::Duration kClockSlack{300};
// What is older was not meant.
constexpr time::Duration kOldest{400LL * 86'400};
// Dates beyond it are typing errors.
constexpr time::Duration kFarthest{10LL * 366 * 86'400};
constexpr unsigned kQuantityDecimals = 6;

Quantity quantity_of(std::string_view text) {
  return text.empty() ? Quantity::zero() : Quantity::micros(codec::text::parse_decimal(text, kQuantityDecimals).value);
}

bool is_yes(std::string_view text, bool when_empty) {
  bool value = when_empty;
  if (!text.empty()) (void)codec::plant::read_flag(text, value);
  return value;
}

}  // namespace

std::string cell_of(std::string_view text) {
  constexpr std::string_view kGuarded = "=+-@'";
  const bool guard = !text.empty() && kGuarded.find(text.front()) != std::string_view::npos;
  return (guard ? "'" : "") + std::string(text);
}

std::string text_of(Quantity quantity) { return model::decimal_text(quantity); }

Ledger::Ledger(const Event& event, const PlantTables& tables, const Received& received)
    : event_(event), zone_(received.zone), at_(received.at), tables_(tables) {
  read_moment(received);
  check_dates();
}

void Ledger::check_dates() {
  for (const KindField& known : rule_of(event_.kind).fields) {
    const Holds holds = rule_of(known.field).holds;
    if (holds != Holds::from && holds != Holds::until) continue;
    const std::optional<Instant> time = moment(known.field, DateOnly::end_of_day);
    if (!time || (*time > at_ - kFarthest && *time < at_ + kFarthest)) continue;
    fault(known.field, "too-far", "is more than ten years away", "Correct the date.");
  }
}

void Ledger::read_moment(const Received& received) {
  if (event_.at.empty()) return;
  const Instant at = codec::text::parse_instant(event_.at, zone_, DateOnly::start_of_day).value;
  if (at < received.at - kOldest) {
    issues_.push_back({.code = "too-old",
                       .where = {.column = "at", .value = event_.at},
                       .message = "at lies more than 400 days back",
                       .way_out = "Set the device's clock, or correct the time."});
    return;
  }
  if (at > received.at + kClockSlack) {
    contradict({"clock-ahead",
                "the device's clock says " + event_.at + ", it was received at " + from_text(received.at),
                "Set the device's clock; the time of receipt was taken."});
  }
  at_ = std::min(at, received.at);
}

Quantity Ledger::quantity(Field field) const { return quantity_of(given(field)); }

std::optional<Instant> Ledger::moment(Field field, DateOnly date_only) const {
  if (!event_.gives(field)) return std::nullopt;
  return codec::text::parse_instant(given(field), zone_, date_only).value;
}

bool Ledger::flag(Field field) const { return is_yes(given(field), false); }

std::vector<RowNumber> Ledger::rows_of(std::string_view name, std::string_view text) const {
  const Table* table = tables_.find(name);
  return table == nullptr ? std::vector<RowNumber>() : table->rows_of(text);
}

std::vector<RowNumber> Ledger::rows_with(std::string_view name, const CellText& cell) const {
  const Table* table = tables_.find(name);
  return table == nullptr ? std::vector<RowNumber>() : table->rows_with(cell.column, cell.text);
}

RowNumber Ledger::row_of(std::string_view table, std::string_view text) const {
  const std::vector<RowNumber> rows = rows_of(table, text);
  return rows.empty() ? 0 : rows.front();
}

std::string Ledger::cell(std::string_view name, RowNumber row, std::string_view column) const {
  const Table* table = tables_.find(name);
  KILTER_REQUIRE(table != nullptr && table->find(row) != nullptr);
  return table->cell(*table->find(row), column);
}

Quantity Ledger::amount(std::string_view table, RowNumber row, std::string_view column) const {
  return quantity_of(cell(table, row, column));
}

std::optional<Instant> Ledger::moment(std::string_view table, RowNumber row, std::string_view column,
                                      DateOnly date_only) const {
  const std::string text = cell(table, row, column);
  if (text.empty()) return std::nullopt;
  return codec::text::parse_instant(text, zone_, date_only).value;
}

bool Ledger::yes(std::string_view table, RowNumber row, std::string_view column, bool when_empty) const {
  return is_yes(cell(table, row, column), when_empty);
}

void Ledger::change(RowEdit edit) {
  base::Result<std::vector<RowEdit>> back = tables_.apply({&edit, 1});
  KILTER_REQUIRE(back.ok());
  effect_.inverse.insert(effect_.inverse.begin(), back.value().begin(), back.value().end());
  effect_.edits.push_back(std::move(edit));
}

RowNumber Ledger::add(std::string_view table, std::vector<CellText> cells) {
  std::erase_if(cells, [](const CellText& cell) { return cell.text.empty(); });
  change({.change = RowChange::add, .table = std::string(table), .cells = std::move(cells)});
  return tables_.find(table)->last();
}

void Ledger::set(std::string_view table, RowNumber row, std::vector<CellText> cells) {
  std::erase_if(cells, [&](const CellText& cell) { return this->cell(table, row, cell.column) == cell.text; });
  if (cells.empty()) return;
  change({.change = RowChange::change, .table = std::string(table), .row = row, .cells = std::move(cells)});
}

void Ledger::remove(std::string_view table, RowNumber row) {
  change({.change = RowChange::remove, .table = std::string(table), .row = row});
}

std::string Ledger::from_text(Instant instant) const {
  return codec::text::instant_text(instant, zone_, DateOnly::start_of_day);
}

std::string Ledger::until_text(Instant instant) const {
  return codec::text::instant_text(instant, zone_, DateOnly::end_of_day);
}

Instant Ledger::end_of_day(Instant instant) const {
  const auto day = std::chrono::floor<std::chrono::days>(zone_.local(instant));
  return zone_.start_of(day + std::chrono::days(1));
}

void Ledger::contradict(Contradiction contradiction) {
  std::string id = event_.id;
  if (!effect_.conflicts.empty()) id += "/" + std::to_string(effect_.conflicts.size() + 1);
  add("conflicts.csv", {{"id", id},
                        {"code", std::string(contradiction.code)},
                        {"text", cell_of(contradiction.text)},
                        {"way_out", std::string(contradiction.way_out)},
                        {"at", from_text(at_)},
                        {"event", event_.id},
                        {"kind", std::string(rule_of(event_.kind).name)},
                        {"production_order", given(Field::production_order)},
                        {"operation", given(Field::operation)},
                        {"work_unit", given(Field::work_unit)},
                        {"item", given(Field::item)}});
  effect_.conflicts.push_back(std::move(id));
}

void Ledger::fault(Field field, std::string code, std::string message, std::string way_out) {
  issues_.push_back({.code = std::move(code),
                     .where = {.column = std::string(rule_of(field).name), .value = given(field)},
                     .message = std::move(message),
                     .way_out = std::move(way_out)});
}

void Ledger::check_reference(Field field) {
  const FieldRule& rule = rule_of(field);
  if (!event_.gives(field) || row_of(rule.detail, given(field)) != 0) return;
  fault(field, "unknown-" + std::string(rule.name), "there is no " + given(field) + " in " + std::string(rule.detail),
        "Correct the id, or enter it there first.");
}

base::Result<Effect> Ledger::finish() && {
  if (refused()) return base::Result<Effect>::failure(std::move(issues_));
  effect_.tables = std::move(tables_);
  return std::move(effect_);
}

}  // namespace kilter::service
