// One table of a plant: named columns, and numbered rows of text. Rows are found by the text in a key column
// (`key_columns_of`) without looking at all of them. Copies share all rows that neither changes.
//
//   const Table* progress = tables.find("progress.csv");
//   for (const RowNumber row : progress->rows_of("MO-118")) ...    // in the order of the file
#pragma once

#include <cstddef>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "service/tables/key_index.hpp"
#include "service/tables/row_edit.hpp"
#include "service/tables/shared_array.hpp"

namespace kilter::service {

struct Row {
  RowNumber number = 0;
  std::vector<std::string> cells;  // by column; those beyond are empty
  friend bool operator==(const Row&, const Row&) = default;
};

using RowSlots = SharedArray<std::shared_ptr<Row>>;  // by number - 1; null where there is none

// The rows that are there, by number.
class RowRange {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    using pointer = const Row*;
    using reference = const Row&;

    Iterator() = default;
    Iterator(const RowSlots& slots, std::size_t place) : slots_(&slots), place_(place) { skip(); }
    const Row& operator*() const { return *(*slots_)[place_]; }
    const Row* operator->() const { return (*slots_)[place_].get(); }
    Iterator& operator++() {
      ++place_;
      skip();
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.place_ == b.place_; }

   private:
    void skip();
    const RowSlots* slots_ = nullptr;
    std::size_t place_ = 0;
  };

  RowRange(const RowSlots& slots, std::size_t count) : slots_(&slots), count_(count) {}
  [[nodiscard]] Iterator begin() const { return {*slots_, 0}; }
  [[nodiscard]] Iterator end() const { return {*slots_, slots_->size()}; }
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] bool empty() const { return count_ == 0; }

 private:
  const RowSlots* slots_;
  std::size_t count_;
};

class Table {
 public:
  // A table with the header of a file; without one it is there as long as it has rows.
  explicit Table(std::string name, std::vector<std::string> header = {});

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  [[nodiscard]] RowRange rows() const { return {rows_, count_}; }
  // The number given out last.
  [[nodiscard]] RowNumber last() const { return last_; }
  // Columns of the header.
  [[nodiscard]] std::size_t given() const { return given_; }
  // Where a column stands; columns().size() when it is not there.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  // Null when there is no such row.
  [[nodiscard]] const Row* find(RowNumber number) const;
  [[nodiscard]] const std::string& cell(const Row& row, std::size_t column) const;
  // Empty where the table has no such column.
  [[nodiscard]] const std::string& cell(const Row& row, std::string_view column) const;
  // Numbers of the rows with this text in the first key column, ascending.
  [[nodiscard]] std::vector<RowNumber> rows_of(std::string_view text) const;
  // Numbers of the rows with this text in a column, ascending; through the index where the column is a key.
  [[nodiscard]] std::vector<RowNumber> rows_with(std::string_view column, std::string_view text) const;
  [[nodiscard]] bool is_key(std::string_view column) const;

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

  friend bool operator==(const Table& a, const Table& b);

 private:
  struct Key {
    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
    std::string column;
    std::size_t place = kNowhere;
    KeyIndex index;
  };
  void insert(Row row);
  Row& own(RowNumber number);
  void index_all(Key& key);
  [[nodiscard]] std::vector<RowNumber> rows_by(const Key& key, std::string_view text) const;

  std::string name_;
  std::vector<std::string> columns_;
  std::vector<Key> keys_;
  RowSlots rows_;
  std::size_t count_ = 0;
  RowNumber last_ = 0;
  std::size_t given_ = 0;
};

}  // namespace kilter::service
