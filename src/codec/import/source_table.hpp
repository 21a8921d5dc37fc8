// One table of another system's export: delimited text with a header line, or with columns known by position.
//
//   SourceReading reading{issues, keep_all};
//   const SourceTable items = SourceTable::read("item.csv", bytes, SourceLayout{}, reading);
//   for (const SourceRow row : items) draft.items.push_back({.id = row.text("name"), .cost = row.price("cost")});
//
// Cells are views into `bytes` (or into what `keep_all` took over): keep both as long as the cells.
// A value that cannot be read becomes an error by file, row and column; reading goes on, so that all faults come at
// once. Columns and rows that nobody asked for are known afterwards (`unread_columns`), so that nothing is dropped in
// silence.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fixed.hpp"
#include "base/issue.hpp"
#include "time/instant.hpp"

namespace kilter::codec {

// How the text of a table is laid out. No `columns`: the first line names them.
struct SourceLayout {
  bool quotes = true;    // RFC 4180 with commas; false: cells between separators, taken as they are
  char separator = ',';  // without quotes
  std::vector<std::string_view> columns;
};

struct SourceReading {
  base::Issues& issues;
  std::function<void(std::deque<std::string>)> keep_all;  // takes over cells whose quotes had to be resolved
};

class SourceTable;

// One row. Columns are named as in the table's header without blanks and underscores, in small letters.
class SourceRow {
 public:
  SourceRow(const SourceTable& table, std::size_t index) : table_(&table), index_(index) {}
  // 1-based line of the file.
  [[nodiscard]] std::uint32_t number() const;

  // The cell without blanks at either end; empty when the column or the value is missing.
  [[nodiscard]] std::string_view text(std::string_view column) const;
  [[nodiscard]] bool has(std::string_view column) const { return !text(column).empty(); }

  // Typed cells: none when empty; an unreadable one is an error of the reading and counts as empty.
  [[nodiscard]] std::optional<std::int64_t> micros(std::string_view column) const;
  [[nodiscard]] base::Quantity quantity(std::string_view column) const;
  [[nodiscard]] base::UnitPrice price(std::string_view column) const;
  [[nodiscard]] std::optional<std::int64_t> whole(std::string_view column) const;
  [[nodiscard]] std::optional<time::Duration> seconds(std::string_view column) const;
  [[nodiscard]] std::optional<time::Instant> instant(std::string_view column) const;
  [[nodiscard]] std::optional<std::int32_t> time_of_day(std::string_view column) const;
  [[nodiscard]] std::optional<bool> truth(std::string_view column) const;

  // Where a cell stands, for notes; the column as the source writes it.
  [[nodiscard]] base::Place place(std::string_view column = {}) const;

 private:
  const SourceTable* table_;
  std::size_t index_;
};

class SourceTable {
 public:
  // An empty table without a file.
  SourceTable() = default;
  // Never fails: faults of the text (no header, a row with too many cells, an open quote) become issues.
  static SourceTable read(std::string file, std::string_view bytes, const SourceLayout& layout, SourceReading reading);

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }
  [[nodiscard]] SourceRow operator[](std::size_t index) const { return {*this, index}; }

  class Iterator {
   public:
    Iterator(const SourceTable& table, std::size_t index) : table_(&table), index_(index) {}
    SourceRow operator*() const { return {*table_, index_}; }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const SourceTable* table_;
    std::size_t index_;
  };
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, size()}; }

  // True when the table has the column. Counts as reading it.
  [[nodiscard]] bool has_column(std::string_view column) const { return index_of(column).has_value(); }
  // Columns that were never asked for.
  [[nodiscard]] std::vector<std::string_view> unread_columns() const;
  // True when no column was ever asked for.
  [[nodiscard]] bool unread() const { return unread_columns().size() == columns_.size(); }

 private:
  friend class SourceRow;
  [[nodiscard]] std::optional<std::size_t> index_of(std::string_view column) const;
  bool name_columns(std::span<const std::string_view> names);
  void read_quoted(std::string_view bytes, const SourceReading& reading);
  void read_plain(std::string_view bytes, char separator);
  void take_record(std::span<const std::string_view> cells, std::uint32_t line);
  void fault(std::string code, std::uint32_t row, std::string message, std::string way_out) const;

  std::string file_;
  std::vector<std::string> columns_;  // as they are asked for
  std::vector<std::string> titles_;   // as the source writes them
  mutable std::vector<char> asked_;
  std::vector<std::string_view> cells_;  // row-major
  std::vector<std::uint32_t> numbers_;
  base::Issues* issues_ = nullptr;
};

}  // namespace kilter::codec
