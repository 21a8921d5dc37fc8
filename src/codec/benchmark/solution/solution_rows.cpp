#include "codec/benchmark/solution/solution_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "codec/text/csv.hpp"
#include "codec/text/values/decimal.hpp"
#include "model/decimal_text.hpp"
#include "model/report/report.hpp"

namespace kilter::codec::benchmark {
namespace {

constexpr std::size_t kMostFaults = 20;
constexpr unsigned kDecimals = 6;

// The whole text as a number; false when it is none.
bool number_in(std::string_view text, std::int64_t& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

// One table with the columns that are wanted, row by row.
class SolutionTable {
 public:
  SolutionTable(const std::string& file, std::string_view bytes, std::vector<std::string_view> columns)
      : file_(file), reader_(bytes), columns_(std::move(columns)) {
    if (reader_.next()) find_columns();
    if (!reader_.fault() && place_.empty() && issues_.empty()) {
      refuse("empty-file", {}, "the file is empty", "Name the file that kilter solve --solution wrote.");
    }
  }

  // Moves to the next row. False at the end, and after too many faults.
  bool next() {
    if (place_.empty() || issues_.size() >= kMostFaults) return false;
    if (reader_.next()) return true;
    if (const text::Fault* fault = reader_.fault()) refuse(fault->code, {}, fault->message, fault->way_out);
    return false;
  }

  [[nodiscard]] std::string_view cell(std::size_t column) {
    const std::size_t at = place_[column];
    return at < reader_.cells().size() ? reader_.cells()[at] : std::string_view();
  }

  std::int64_t whole(std::size_t column) { return whole_in(column, cell(column)); }

  std::int64_t millionths(std::size_t column) {
    const text::Parsed<std::int64_t> parsed = text::parse_decimal(cell(column), kDecimals);
    if (parsed.ok()) return parsed.value;
    refuse(parsed.fault->code, columns_[column],
           fmt::format("\"{}\" {}", model::Report::shortened(cell(column)), parsed.fault->message),
           parsed.fault->way_out);
    return 0;
  }

  // Numbers parted by blanks.
  std::vector<std::int64_t> wholes(std::size_t column) {
    std::vector<std::int64_t> values;
    std::string_view rest = cell(column);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) values.push_back(whole_in(column, rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return values;
  }

  base::Issues take_issues() { return std::move(issues_); }

 private:
  void find_columns() {
    const auto cells = reader_.cells();
    for (const std::string_view wanted : columns_) {
      const auto found = std::find(cells.begin(), cells.end(), wanted);
      place_.push_back(static_cast<std::size_t>(std::distance(cells.begin(), found)));
      if (found != cells.end()) continue;
      refuse("missing-column", wanted, fmt::format("there is no column \"{}\"", wanted),
             "Begin the file with the names of its columns, as kilter solve --solution writes them.");
    }
    if (!issues_.empty()) place_.clear();
  }

  std::int64_t whole_in(std::size_t column, std::string_view text) {
    constexpr std::int64_t kMost = 4'000'000'000;  // more than any time of a solution; sums stay exact
    std::int64_t value = 0;
    if (number_in(text, value) && value >= -kMost && value <= kMost) return value;
    refuse("bad-number", columns_[column],
           fmt::format("\"{}\" is not a whole number, or too large", model::Report::shortened(text)),
           "Write it like 12.");
    return 0;
  }

  void refuse(std::string_view code, std::string_view column, std::string message, std::string_view way_out) {
    if (issues_.size() >= kMostFaults) return;
    issues_.push_back({.code = std::string(code),
                       .where = {.file = file_, .row = reader_.row(), .column = std::string(column)},
                       .message = std::move(message),
                       .way_out = std::string(way_out)});
  }

  const std::string& file_;
  text::CsvReader reader_;
  std::vector<std::string_view> columns_;
  std::vector<std::size_t> place_;  // of each column in a row; empty: unreadable
  base::Issues issues_;
};

template <class Row>
base::Result<std::vector<Row>> result_of(SolutionTable& table, std::vector<Row> rows) {
  base::Issues issues = table.take_issues();
  if (!issues.empty()) return base::Result<std::vector<Row>>::failure(std::move(issues));
  return rows;
}

}  // namespace

std::string shop_csv(const std::vector<ShopRow>& rows) {
  std::string text = "job,operation,machine,start,end\n";
  for (const ShopRow& row : rows) {
    fmt::format_to(std::back_inserter(text), "{},{},{},{},{}\n", row.job, row.operation, row.machine, row.start,
                   row.end);
  }
  return text;
}

std::string lot_csv(const std::vector<LotRow>& rows) {
  std::string text = "period,item\n";
  for (const LotRow& row : rows) fmt::format_to(std::back_inserter(text), "{},{}\n", row.period, row.item);
  return text;
}

std::string quantity_csv(const std::vector<QuantityRow>& rows) {
  std::string text = "period,item,quantity\n";
  for (const QuantityRow& row : rows) {
    fmt::format_to(std::back_inserter(text), "{},{},{}\n", row.period, row.item,
                   model::decimal_text(row.quantity, kDecimals));
  }
  return text;
}

std::string project_csv(const std::vector<ProjectRow>& rows, bool with_resources) {
  std::string text = with_resources ? "activity,mode,start,end,resources\n" : "activity,mode,start,end\n";
  for (const ProjectRow& row : rows) {
    fmt::format_to(std::back_inserter(text), "{},{},{},{}", row.activity, row.mode, row.start, row.end);
    if (with_resources) fmt::format_to(std::back_inserter(text), ",{}", fmt::join(row.resources, " "));
    text += '\n';
  }
  return text;
}

base::Result<std::vector<ShopRow>> read_shop_csv(const std::string& file, std::string_view bytes) {
  SolutionTable table(file, bytes, {"job", "operation", "machine", "start", "end"});
  std::vector<ShopRow> rows;
  while (table.next()) {
    rows.push_back({.job = table.whole(0),
                    .operation = table.whole(1),
                    .machine = table.whole(2),
                    .start = table.whole(3),
                    .end = table.whole(4)});
  }
  return result_of(table, std::move(rows));
}

base::Result<std::vector<LotRow>> read_lot_csv(const std::string& file, std::string_view bytes) {
  SolutionTable table(file, bytes, {"period", "item"});
  std::vector<LotRow> rows;
  while (table.next()) rows.push_back({.period = table.whole(0), .item = table.whole(1)});
  return result_of(table, std::move(rows));
}

base::Result<std::vector<QuantityRow>> read_quantity_csv(const std::string& file, std::string_view bytes) {
  SolutionTable table(file, bytes, {"period", "item", "quantity"});
  std::vector<QuantityRow> rows;
  while (table.next()) {
    rows.push_back({.period = table.whole(0), .item = table.whole(1), .quantity = table.millionths(2)});
  }
  return result_of(table, std::move(rows));
}

base::Result<std::vector<ProjectRow>> read_project_csv(const std::string& file, std::string_view bytes,
                                                       bool with_resources) {
  std::vector<std::string_view> columns{"activity", "mode", "start", "end"};
  if (with_resources) columns.emplace_back("resources");
  SolutionTable table(file, bytes, columns);
  std::vector<ProjectRow> rows;
  while (table.next()) {
    rows.push_back(
        {.activity = table.whole(0), .mode = table.whole(1), .start = table.whole(2), .end = table.whole(3)});
    if (with_resources) rows.back().resources = table.wholes(4);
  }
  return result_of(table, std::move(rows));
}

}  // namespace kilter::codec::benchmark
