// The rows of one table of a plan folder, read by column name, with every fault gathered by file, row and column.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/fixed.hpp"
#include "base/issue.hpp"
#include "codec/plan/table.hpp"
#include "codec/text/csv.hpp"
#include "plan/words.hpp"
#include "time/instant.hpp"

namespace kilter::codec {

// Faults of one file after which the rest is only counted.
inline constexpr std::size_t kMostFaults = 200;

class PlanRows {
 public:
  // `columns` are those that will be asked for, by their place in this list; all must be in the header.
  PlanRows(std::string_view table, std::string_view bytes, const std::vector<std::string_view>& columns,
           base::Issues& issues);

  // Moves to the next row; false at the end, after a fault of the file as a whole, and when a column is missing.
  bool next();
  [[nodiscard]] std::uint32_t row() const { return reader_.row(); }

  // Cells by the place of their column in the constructor's list. A cell that cannot be read is a fault and gives the
  // default.
  [[nodiscard]] std::string_view text(std::size_t column) const;
  std::int64_t integer(std::size_t column, std::int64_t least, std::int64_t most);
  // Times 10^decimals.
  std::int64_t decimal(std::size_t column, unsigned decimals);
  base::Quantity quantity(std::size_t column) { return base::Quantity::from_raw(decimal(column, 6)); }
  base::Money money(std::size_t column) { return base::Money::from_raw(decimal(column, 2)); }
  base::UnitPrice price(std::size_t column) { return base::UnitPrice::from_raw(decimal(column, 6)); }
  // `unset` for an empty cell; "never" and "long ago" are the ends of time.
  time::Tick moment(std::size_t column, const time::Frame& frame, time::Tick unset);
  template <class Enum>
  Enum word(std::size_t column) {
    const auto value = kilter::plan::from_word<Enum>(text(column));
    if (!value) fault(column, "unknown-word", "is none of the words of this column");
    return value.value_or(Enum());
  }

  // "<file>, row: <column> <what>".
  void fault(std::size_t column, std::string code, const std::string& what);
  void fault_of_file(std::string code, const std::string& what);

 private:
  void read_header(const std::vector<std::string_view>& columns);
  void add(base::Issue issue);

  std::string file_;
  text::CsvReader reader_;
  base::Issues& issues_;
  std::vector<std::string_view> names_;
  std::vector<std::size_t> places_;  // column asked for -> place in the file
  std::size_t width_ = 0;
  std::size_t faults_ = 0;
  bool usable_ = false;
};

// The word for a moment in a cell; nothing when it is not one.
std::optional<time::Tick> parse_moment(std::string_view text, const time::Frame& frame);

}  // namespace kilter::codec
