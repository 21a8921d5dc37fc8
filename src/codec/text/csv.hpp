// Tables as text by RFC 4180: comma, optional double quotes, doubled quotes inside, LF or CRLF (CR alone too).
//
//   CsvReader reader(bytes);
//   while (reader.next()) use(reader.cells(), reader.row());
//   if (reader.fault()) say(reader.fault(), reader.row(), reader.column());
//
// Tolerated: a byte order mark, blanks around unquoted cells, blank lines, a quote inside an unquoted cell (27.5" rim).
// Cells are views into the bytes, except those with doubled quotes. Memory does not grow with the file: a cell longer
// than 64 KiB or a row of more than 1,000 cells is a fault, not a buffer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "codec/text/fault.hpp"

namespace kilter::codec::text {

inline constexpr std::size_t kLongestCell = 65'536;
inline constexpr std::size_t kMostCells = 1'000;

class CsvReader {
 public:
  // `bytes` must outlive the reader and the cells.
  explicit CsvReader(std::string_view bytes);

  // Moves to the next row that is not blank. False at the end and on a fault, which ends reading.
  bool next();
  [[nodiscard]] std::span<const std::string_view> cells() const { return cells_; }
  // Of the current row, blank ones counted; the first is 1.
  [[nodiscard]] std::uint32_t row() const { return row_; }
  // Null, or what ended reading: in row(), cell column() (from 0).
  [[nodiscard]] const Fault* fault() const { return fault_; }
  [[nodiscard]] std::size_t column() const { return cells_.size(); }
  // Bytes read so far.
  [[nodiscard]] std::size_t offset() const { return at_; }

 private:
  bool read_row();
  bool read_plain_cells();
  bool read_odd_cell();
  bool read_quoted();
  void end_cell();
  bool check_encoding(std::size_t until);
  bool fail(const Fault& fault) {
    fault_ = &fault;
    return false;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t checked_ = 0;  // bytes up to here are known to be UTF-8 text
  std::uint32_t row_ = 0;
  bool row_ended_ = false;
  const Fault* fault_ = nullptr;
  std::vector<std::string_view> cells_;
  std::deque<std::string> unescaped_;

 public:
  // Takes over the cells that needed unescaping: views into them stay good as long as the result lives.
  std::deque<std::string> take_unescaped() { return std::move(unescaped_); }
};

// Appends one cell; quoted when it must be. Text that a spreadsheet would run as a formula gets a leading apostrophe,
// which `unguarded` takes off again.
void append_cell(std::string& out, std::string_view cell);

// Appends a text cell guarded against being run as a formula: = + - @ and the apostrophe itself get one in front.
void append_text_cell(std::string& out, std::string_view text);
// A row of cells as tables keep them, and its line end: a cell that a spreadsheet would run and that is no number gets
// an apostrophe, unless it has one.
void append_row(const std::vector<std::string>& cells, std::string& out);
std::string_view unguarded(std::string_view cell);
// Whether a spreadsheet would run the cell.
inline bool is_formula(std::string_view cell) { return !cell.empty() && cell.front() == '='; }

}  // namespace kilter::codec::text
