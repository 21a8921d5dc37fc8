#include "service/floor/views/kpis.hpp"

#include <algorithm>
#include <vector>

#include "service/floor/views/looking.hpp"

namespace kilter::service {
namespace {

bool within(const Period& period, const std::optional<Instant>& at) {
  return at && *at >= period.from && *at < period.until;
}

// Nearest rank: the smallest value that so many of a hundred do not exceed.
std::optional<time::Duration> percentile(std::vector<time::Duration> values, std::size_t percent) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  return values[(values.size() * percent + 99) / 100 - 1];
}

void count_due(const Period& period, const std::optional<Instant>& due, bool on_time, DeliveryFigures& figures) {
  if (!within(period, due)) return;
  ++figures.due;
  figures.on_time += on_time ? 1 : 0;
}

std::optional<Instant> due_of(const Ledger& ledger, std::string_view table, RowNumber row) {
  const auto promised = ledger.moment(table, row, "promised", DateOnly::end_of_day);
  return promised ? promised : ledger.moment(table, row, "requested", DateOnly::end_of_day);
}

std::vector<RowNumber> rows_in(const PlantTables& tables, std::string_view name) {
  std::vector<RowNumber> rows;
  if (const Table* table = tables.find(name); table != nullptr) {
    for (const Row& row : table->rows()) rows.push_back(row.number);
  }
  return rows;
}

}  // namespace

std::optional<base::Ratio> share(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return std::nullopt;
  return base::Ratio::micros(base::mul_div_round(part, base::kMicro, whole));
}

QualityFigures quality_figures(const PlantTables& tables, const Received& now, const Period& period) {
  const Ledger ledger = look(tables, now);
  QualityFigures figures;
  for (const RowNumber row : rows_in(tables, "actuals.csv")) {
    if (!within(period, ledger.moment("actuals.csv", row, "end", DateOnly::end_of_day))) continue;
    figures.good += ledger.amount("actuals.csv", row, "good");
    figures.scrap += ledger.amount("actuals.csv", row, "scrap");
    figures.rework += ledger.amount("actuals.csv", row, "rework");
  }
  return figures;
}

DeliveryFigures delivery_figures(const PlantTables& tables, const Received& now, const Period& period) {
  const Ledger ledger = look(tables, now);
  const Period past{.from = period.from, .until = std::min(period.until, now.at)};
  DeliveryFigures figures;
  for (const RowNumber row : rows_in(tables, "shipments.csv")) {
    if (!ledger.yes("shipments.csv", row, "complete", false)) continue;
    const auto due = due_of(ledger, "shipments.csv", row);
    const auto at = ledger.moment("shipments.csv", row, "at", DateOnly::start_of_day);
    count_due(past, due, due && at && *at <= *due, figures);
  }
  for (const RowNumber row : rows_in(tables, "orders.csv")) {
    const std::string status = ledger.cell("orders.csv", row, "status");
    if (status.empty() || status == "firm") count_due(past, due_of(ledger, "orders.csv", row), false, figures);
  }
  return figures;
}

ResponseFigures response_figures(const PlantTables& tables, const Received& now, const Period& period) {
  const Ledger ledger = look(tables, now);
  std::vector<time::Duration> acknowledged;
  std::vector<time::Duration> resolved;
  ResponseFigures figures;
  for (const RowNumber row : rows_in(tables, "andons.csv")) {
    const auto moment = [&](std::string_view column) {
      return ledger.moment("andons.csv", row, column, DateOnly::start_of_day);
    };
    const auto raised = moment("raised");
    if (!within(period, raised)) continue;
    ++figures.calls;
    if (const auto at = moment("acknowledged")) acknowledged.push_back(*at - *raised);
    if (const auto at = moment("resolved")) resolved.push_back(*at - *raised);
  }
  figures.acknowledged = percentile(acknowledged, 50);
  figures.acknowledged_p90 = percentile(acknowledged, 90);
  figures.resolved = percentile(resolved, 50);
  figures.resolved_p90 = percentile(resolved, 90);
  return figures;
}

}  // namespace kilter::service
