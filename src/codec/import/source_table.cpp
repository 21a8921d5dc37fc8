#include "codec/import/source_table.hpp"

#include <limits>
#include <utility>

#include "codec/import/source_values.hpp"

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

// Takes records off the front of delimited text.
class RecordReader {
 public:
  RecordReader(std::string_view text, const SourceLayout& layout,
               const std::function<std::string_view(std::string)>& keep)
      : text_(text), separator_(layout.separator), quotes_(layout.quotes), keep_(keep) {}

  [[nodiscard]] bool done() const { return text_.empty(); }
  [[nodiscard]] std::uint32_t line() const { return line_; }
  [[nodiscard]] bool open_quote() const { return open_quote_; }

  // The cells of the next record; a blank line is a record of one empty cell.
  void next(std::vector<std::string_view>& cells) {
    cells.clear();
    line_ = next_line_;
    do cells.push_back(quotes_ && !text_.empty() && text_.front() == '"' ? quoted_cell() : plain_cell());
    while (take(separator_));
    take('\r');
    if (take('\n')) ++next_line_;
  }

 private:
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }

  std::string_view plain_cell() {
    std::size_t size = 0;
    while (size < text_.size() && text_[size] != separator_ && text_[size] != '\n') ++size;
    std::string_view cell = text_.substr(0, size);
    text_.remove_prefix(size);
    return cell;
  }

  // "a ""b"" c": the content; what stands between the closing quote and the separator is part of the cell.
  std::string_view quoted_cell() {
    text_.remove_prefix(1);
    const std::size_t close = text_.find('"');
    const bool simple = close != std::string_view::npos && (close + 1 == text_.size() || text_[close + 1] != '"');
    if (simple) return plain_quoted(close);
    std::string content;
    while (!text_.empty()) {
      const char c = text_.front();
      text_.remove_prefix(1);
      if (c == '\n') ++next_line_;
      if (c == '"' && !take('"')) return keep_(content + std::string(plain_cell()));
      content += c;
    }
    open_quote_ = true;
    return keep_(std::move(content));
  }

  std::string_view plain_quoted(std::size_t close) {
    const std::string_view cell = text_.substr(0, close);
    for (const char c : cell) next_line_ += c == '\n' ? 1 : 0;
    text_.remove_prefix(close + 1);
    const std::string_view rest = trimmed(plain_cell());
    return rest.empty() ? cell : keep_(std::string(cell) + std::string(rest));
  }

  std::string_view text_;
  char separator_;
  bool quotes_;
  const std::function<std::string_view(std::string)>& keep_;
  std::uint32_t line_ = 1;
  std::uint32_t next_line_ = 1;
  bool open_quote_ = false;
};

}  // namespace

std::uint32_t SourceRow::number() const { return table_->numbers_[index_]; }

std::string_view SourceRow::text(std::string_view column) const {
  const auto index = table_->index_of(column);
  return index ? trimmed(table_->cells_[index_ * table_->columns_.size() + *index]) : std::string_view();
}

base::Place SourceRow::place(std::string_view column) const {
  return {table_->file_, number(), std::string(column), column.empty() ? std::string() : std::string(text(column))};
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

void SourceTable::name_columns(const std::vector<std::string_view>& names) {
  for (const std::string_view name : names) columns_.push_back(normal_name(name));
  asked_.assign(columns_.size(), 0);
}

void SourceTable::fault(std::string code, std::uint32_t row, std::string message, std::string way_out) const {
  issues_->push_back(
      {std::move(code), base::Severity::error, {file_, row, "", ""}, std::move(message), std::move(way_out)});
}

void SourceTable::take_record(const std::vector<std::string_view>& cells, std::uint32_t line) {
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

SourceTable SourceTable::read(std::string file, std::string_view bytes, const SourceLayout& layout,
                              SourceReading reading) {
  SourceTable table;
  table.file_ = std::move(file);
  table.issues_ = &reading.issues;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.find('\0') != std::string_view::npos) {
    table.fault("import-not-text", 0, "This is not a text table: it contains zero bytes.",
                "Export the table as CSV in UTF-8.");
    return table;
  }
  RecordReader records(bytes, layout, reading.keep);
  std::vector<std::string_view> cells = layout.columns;
  if (cells.empty() && !records.done()) records.next(cells);
  if (cells.size() > kMostColumns) {
    table.fault("import-too-many-columns", 1, "The first line has more than 1000 columns.",
                "Check that this is the right file.");
    return table;
  }
  table.name_columns(cells);
  while (!records.done()) {
    records.next(cells);
    table.take_record(cells, records.line());
  }
  if (records.open_quote()) {
    table.fault("import-open-quote", records.line(), "A quoted cell is never closed.", "Close the quote.");
  }
  return table;
}

}  // namespace kilter::codec
