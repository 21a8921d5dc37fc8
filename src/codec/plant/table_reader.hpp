// Reads one table of the plant folder into the draft.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "codec/plant/field.hpp"
#include "codec/plant/rewrite/gaps.hpp"
#include "codec/text/csv.hpp"
#include "model/report/report.hpp"

namespace kilter::codec::plant {

// The code of what is said of a column that no plant folder has.
inline constexpr const char* kUnknownColumn = "unknown-column";

inline constexpr std::size_t kMostRows = 5'000'000;

class TableReader {
 public:
  // Everything must outlive the reader; the draft's cells view into `bytes` and what `take_unescaped` hands over.
  TableReader(const Table& table, std::string_view bytes, const CellContext& context, model::Report& report);

  // Fills the draft. False when the table is unreadable as a whole or lacks a column that it needs.
  bool read(model::PlantDraft& draft);
  // After `read`: which cells were empty.
  void take_gaps(Gaps& gaps);
  std::deque<std::string> take_unescaped() { return csv_.take_unescaped(); }

 private:
  // A header cell and what it stands for.
  struct Field {
    const Column* column = nullptr;  // null: not known, passed over
    std::size_t empty_cells = 0;
    std::vector<bool> gaps;  // per row up to the last empty cell
  };
  bool read_header();
  void add_field(std::string_view name, std::size_t position);
  void report_unknown_column(std::string_view name);
  void check_needed_columns();
  void read_rows(model::PlantDraft& draft);
  void read_row(void* row);
  void read_cell(void* row, Field& field, std::string_view cell);
  void pass_over(Field& field);
  // Out of the way of the cells that are as they should be.
  [[gnu::cold]] void report_missing(const Column& column);
  [[gnu::cold]] void report_cell_fault(const Column& column, std::string_view cell, CellFault fault);
  [[gnu::cold]] void report_cell_count();
  void report_assumptions();
  void report_row_count();
  bool report_file_fault(const text::Fault& fault, model::RowNumber row);
  [[nodiscard]] model::Spot spot(model::RowNumber row, std::string_view column, std::string_view value) const {
    return {.file = table_.file, .row = row, .column = column, .value = value};
  }

  const Table& table_;
  std::string_view bytes_;
  const CellContext& context_;
  model::Report& report_;
  text::CsvReader csv_;
  std::vector<Field> fields_;
  std::size_t rows_ = 0;
  bool complete_ = true;
};

}  // namespace kilter::codec::plant
