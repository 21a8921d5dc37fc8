// One table of a plant: named columns, and numbered rows of text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "service/tables/row_edit.hpp"

namespace kilter::service {

struct Row {
  RowNumber number = 0;
  std::vector<std::string> cells;  // by column; those beyond are empty
  friend bool operator==(const Row&, const Row&) = default;
};

class Table {
 public:
  // A table with the header of a file; without one it is there as long as it has rows.
  explicit Table(std::string name, std::vector<std::string> header = {})
      : name_(std::move(name)), columns_(std::move(header)), given_(columns_.size()) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }  // by number
  // The number given out last.
  [[nodiscard]] RowNumber last() const { return last_; }
  // Columns of the header.
  [[nodiscard]] std::size_t given() const { return given_; }
  // Where a column stands; columns().size() when it is not there.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  // Null when there is no such row.
  [[nodiscard]] const Row* find(RowNumber number) const;
  [[nodiscard]] const std::string& cell(const Row& row, std::size_t column) const;

  // A row at the end; its number.
  RowNumber add(std::vector<std::string> cells);
  // At the place of its number, which is not there and not above last().
  void put_back(Row row);
  // There must be one of that number.
  void remove(RowNumber number);
  // Of a row that is there. A column that is not there is added.
  void set(RowNumber number, const CellText& cell);

  // As a CSV file: without columns beyond the header that no row fills.
  [[nodiscard]] std::string text() const;

  // As bytes for `read_table`, behind what is there.
  void append_bytes(std::string& bytes) const;
  // Takes one off the front of `bytes`; false when there is none.
  static bool take(std::string_view& bytes, std::vector<Table>& into);

  friend bool operator==(const Table&, const Table&) = default;

 private:
  std::string name_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
  RowNumber last_ = 0;
  std::size_t given_ = 0;
};

}  // namespace kilter::service
