#include "model/report/report.hpp"

#include <algorithm>

namespace kilter::model {
namespace {

// Values are quoted in messages; nobody wants to read more than this of one.
constexpr std::size_t kLongestValue = 80;

std::string place_key(std::string_view file, RowNumber row, std::string_view column) {
  std::string key(file);
  key += '\n';
  key += std::to_string(row);
  key += '\n';
  key += column;
  return key;
}

// What concerns a whole file (row 0) comes after its rows.
bool before(const base::Issue& a, const base::Issue& b) {
  const base::Place& x = a.where;
  const base::Place& y = b.where;
  const std::uint32_t row_x = x.row - 1;
  const std::uint32_t row_y = y.row - 1;
  return std::tie(a.severity, x.file, row_x, x.column, a.code, x.value) <
         std::tie(b.severity, y.file, row_y, y.column, b.code, y.value);
}

}  // namespace

Report::Report(base::Issues found) : issues_(std::move(found)) {
  for (const base::Issue& issue : issues_) {
    if (issue.severity != base::Severity::error) continue;
    ++errors_;
    faulty_rows_.insert(place_key(issue.where.file, issue.where.row, ""));
    if (issue.where.row != 0) faulty_places_.insert(place_key(issue.where.file, issue.where.row, issue.where.column));
  }
}

std::string Report::shortened(std::string_view value) {
  if (value.size() <= kLongestValue) return std::string(value);
  std::size_t cut = kLongestValue;
  while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xC0U) == 0x80U) --cut;  // not inside a UTF-8 character
  return std::string(value.substr(0, cut)) + "...";
}

bool Report::full(std::string_view code, const Spot& spot) const {
  const auto found = count_of_kind_.find({std::string(code), std::string(spot.file), std::string(spot.column)});
  return found != count_of_kind_.end() && found->second.first >= kKeptPerKind;
}

bool Report::faulty_row(const Spot& spot) const {
  return !faulty_rows_.empty() && faulty_rows_.contains(place_key(spot.file, spot.row, ""));
}

void Report::add(base::Severity severity, std::string_view code, const Spot& spot, base::Issue text) {
  if (!faulty_places_.empty() && faulty_places_.contains(place_key(spot.file, spot.row, spot.column))) return;
  if (severity == base::Severity::error) ++errors_;
  auto& [count, kind_severity] = count_of_kind_[{std::string(code), std::string(spot.file), std::string(spot.column)}];
  kind_severity = severity;
  if (++count > kKeptPerKind) return;
  if (severity == base::Severity::error) faulty_rows_.insert(place_key(spot.file, spot.row, ""));
  text.code = code;
  text.severity = severity;
  text.where = {.file = std::string(spot.file),
                .row = spot.row,
                .column = std::string(spot.column),
                .value = shortened(spot.value)};
  issues_.push_back(std::move(text));
}

void Report::error(std::string_view code, const Spot& spot, std::string message, std::string way_out) {
  add(base::Severity::error, code, spot, {.message = std::move(message), .way_out = std::move(way_out)});
}

void Report::warning(std::string_view code, const Spot& spot, std::string message, std::string way_out) {
  add(base::Severity::warning, code, spot, {.message = std::move(message), .way_out = std::move(way_out)});
}

void Report::assumption(std::string_view code, const Spot& spot, std::string message, std::string way_out) {
  add(base::Severity::assumption, code, spot, {.message = std::move(message), .way_out = std::move(way_out)});
}

base::Issues Report::take() {
  for (const auto& [kind, counted] : count_of_kind_) {
    if (counted.first <= kKeptPerKind) continue;
    base::Issue rest;
    std::tie(rest.code, rest.where.file, rest.where.column) = kind;
    rest.severity = counted.second;
    rest.message = std::to_string(counted.first - kKeptPerKind) + " more of the same kind";
    rest.way_out = "Mend those that are listed first; they often share a cause.";
    issues_.push_back(std::move(rest));
  }
  std::stable_sort(issues_.begin(), issues_.end(), before);
  return std::move(issues_);
}

}  // namespace kilter::model
