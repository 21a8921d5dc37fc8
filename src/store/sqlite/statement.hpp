// A prepared statement of SQLite. Bind, step, read columns, rewind. Nothing throws: codes are SQLite's.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace kilter::store {

class Statement {
 public:
  // Borrows the database. A statement that cannot be prepared gives its error at the first step.
  Statement(sqlite3* database, std::string_view sql);

  // Places count from 1. Texts and bytes must stay until the next step.
  Statement& bind(int place, std::int64_t value);
  Statement& bind(int place, std::string_view text);
  Statement& bind(int place, std::span<const std::uint8_t> bytes);

  // SQLITE_ROW, SQLITE_DONE or an error.
  int step();
  // Steps to the end of a statement without rows, and rewinds. SQLITE_OK or an error.
  int run();
  void rewind();

  // Columns count from 0.
  [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  [[nodiscard]] std::string text(int column) const;
  // Whether the column holds as many bytes as `into`, which are then copied.
  [[nodiscard]] bool copy(int column, std::span<std::uint8_t> into) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int error_ = SQLITE_OK;
};

}  // namespace kilter::store
