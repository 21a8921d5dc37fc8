#include "codec/import/source_table.hpp"

#include <algorithm>
#include <utility>

#include "codec/import/source_values.hpp"
#include "codec/text/csv.hpp"
#include "codec/text/encoding.hpp"

namespace kilter::codec {
namespace {

constexpr std::size_t kLargestCell = 1'000'000;
constexpr std::size_t kMostColumns = 1'000;

std::string normal_name(std::string_view name) {
  std::string normal;
  for (const char c : trimmed(name)) {
    if (c == ' ' || c == '_') continue;
    normal += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return normal;
}

// The cells of one line of text without quotes; takes the line off the front of `text`.
void split_line(std::string_view& text, char separator, std::vector<std::string_view>& cells) {
  cells.clear();
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  for (std::size_t at = line.find(separator); at != std::string_view::npos; at = line.find(separator)) {
    cells.push_back(line.substr(0, at));
    line.remove_prefix(at + 1);
  }
  cells.push_back(line);
}

}  // namespace

std::uint32_t SourceRow::number() const { return table_->numbers_[index_]; }

std::string_view SourceRow::text(std::string_view column) const {
  const auto index = table_->index_of(column);
  return index ? trimmed(table_->cells_[index_ * table_->columns_.size() + *index]) : std::string_view();
}

base::Place SourceRow::place(std::string_view column) const {
  if (column.empty()) return {table_->file_, number(), "", ""};
  const auto index = table_->index_of(column);
  return {table_->file_, number(), index ? table_->titles_[*index] : std::string(column), std::string(text(column))};
}

namespace {

// Reads a cell with `read`; an unreadable one is reported.
template <class Read>
auto typed(const SourceRow& row, std::string_view column, base::Issues* issues, const char* wanted, Read read)
    -> decltype(read(std::string_view())) {
  const std::string_view cell = row.text(column);
  if (cell.empty()) return {};
  auto value = read(cell);
  if (!value) {
    issues->push_back({"import-bad-value", base::Severity::error, row.place(column),
                       "This is not " + std::string(wanted) + ".", "Correct it in the source, or leave it empty."});
  }
  return value;
}

}  // namespace

std::optional<std::int64_t> SourceRow::micros(std::string_view column) const {
  return typed(*this, column, table_->issues_, "a number", read_micros);
}
base::Quantity SourceRow::quantity(std::string_view column) const {
  return base::Quantity::micros(micros(column).value_or(0));
}
base::UnitPrice SourceRow::price(std::string_view column) const {
  return base::UnitPrice::micros(micros(column).value_or(0));
}
std::optional<std::int64_t> SourceRow::whole(std::string_view column) const {
  return typed(*this, column, table_->issues_, "a whole number", [](std::string_view cell) {
    const auto micros = read_micros(cell);
    return micros && *micros % base::kMicro == 0 ? std::optional(*micros / base::kMicro) : std::nullopt;
  });
}
std::optional<time::Duration> SourceRow::seconds(std::string_view column) const {
  return typed(*this, column, table_->issues_, "a duration", read_seconds);
}
std::optional<time::Instant> SourceRow::instant(std::string_view column) const {
  return typed(*this, column, table_->issues_, "a date with or without a time", read_instant);
}
std::optional<std::int32_t> SourceRow::time_of_day(std::string_view column) const {
  return typed(*this, column, table_->issues_, "a time of the day", read_time_of_day);
}
std::optional<bool> SourceRow::truth(std::string_view column) const {
  return typed(*this, column, table_->issues_, "true or false", read_truth);
}

std::optional<std::size_t> SourceTable::index_of(std::string_view column) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i] != column) continue;
    asked_[i] = 1;
    return i;
  }
  return {};
}

std::vector<std::string_view> SourceTable::unread_columns() const {
  std::vector<std::string_view> unread;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (asked_[i] == 0) unread.emplace_back(columns_[i]);
  }
  return unread;
}

void SourceTable::fault(std::string code, std::uint32_t row, std::string message, std::string way_out) const {
  issues_->push_back(
      {std::move(code), base::Severity::error, {file_, row, "", ""}, std::move(message), std::move(way_out)});
}

void SourceTable::take_record(std::span<const std::string_view> cells, std::uint32_t line) {
  if (cells.size() == 1 && trimmed(cells.front()).empty()) return;
  if (cells.size() > columns_.size()) {
    fault("import-row-too-long", line,
          "The row has " + std::to_string(cells.size()) + " cells; the table has " + std::to_string(columns_.size()) +
              " columns.",
          "Put cells that contain the separator into quotes.");
    return;
  }
  for (const std::string_view cell : cells) {
    if (cell.size() <= kLargestCell) continue;
    fault("import-cell-too-long", line, "A cell has more than a million characters.",
          "Check that this is the right file.");
    return;
  }
  cells_.insert(cells_.end(), cells.begin(), cells.end());
  cells_.resize(cells_.size() + columns_.size() - cells.size());
  numbers_.push_back(line);
}

bool SourceTable::name_columns(std::span<const std::string_view> names) {
  if (names.size() > kMostColumns) {
    fault("import-too-many-columns", 1, "The first line has more than 1000 columns.",
          "Check that this is the right file.");
    return false;
  }
  for (const std::string_view name : names) {
    columns_.push_back(normal_name(name));
    titles_.emplace_back(trimmed(name));
  }
  asked_.assign(columns_.size(), 0);
  return true;
}

void SourceTable::read_quoted(std::string_view bytes, const SourceReading& reading) {
  text::CsvReader records(bytes);
  if (columns_.empty() && records.next() && !name_columns(records.cells())) return;
  while (records.next()) take_record(records.cells(), records.row());
  reading.keep_all(records.take_unescaped());
  if (records.fault() != nullptr) {
    fault(std::string("import-") + records.fault()->code, records.row(), records.fault()->message,
          records.fault()->way_out);
  }
}

void SourceTable::read_plain(std::string_view bytes, char separator) {
  if (bytes.starts_with(text::kByteOrderMark)) bytes.remove_prefix(text::kByteOrderMark.size());
  if (const std::size_t bad = text::first_bad_byte(bytes); bad != std::string_view::npos) {
    const text::Fault* wrong = text::fault_of_byte(bytes, bad);
    fault(std::string("import-") + wrong->code, 0, wrong->message, wrong->way_out);
    return;
  }
  std::vector<std::string_view> cells;
  std::uint32_t line = 0;
  if (columns_.empty() && !bytes.empty()) {
    split_line(bytes, separator, cells);
    ++line;
    if (!name_columns(cells)) return;
  }
  while (!bytes.empty()) {
    split_line(bytes, separator, cells);
    take_record(cells, ++line);
  }
}

SourceTable SourceTable::read(std::string file, std::string_view bytes, const SourceLayout& layout,
                              SourceReading reading) {
  SourceTable table;
  table.file_ = std::move(file);
  table.issues_ = &reading.issues;
  if (const text::Fault* fault = text::fault_of_beginning(bytes); fault != nullptr && !bytes.empty()) {
    table.fault(std::string("import-") + fault->code, 0, fault->message, fault->way_out);
    return table;
  }
  if (!layout.columns.empty()) table.name_columns(layout.columns);
  if (layout.quotes) {
    table.read_quoted(bytes, reading);
  } else {
    table.read_plain(bytes, layout.separator);
  }
  return table;
}

}  // namespace kilter::codec
