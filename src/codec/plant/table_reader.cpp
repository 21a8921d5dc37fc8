#include "codec/plant/table_reader.hpp"

#include <algorithm>

#include "codec/text/encoding.hpp"
#include "model/report/near_names.hpp"

namespace kilter::codec::plant {
namespace {

constexpr text::Fault kEmpty{"empty-file", "the file is empty", "Write at least the header row, or remove the file."};
constexpr text::Fault kTooManyRows{"too-many-rows", "the table has more than 5,000,000 rows", "Split the plant."};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::string counted(std::size_t count, const char* thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

// How many lines there are if all are as long as the first ones; a little more, so that room for them rarely has to
// grow.
std::size_t likely_lines(std::string_view bytes) {
  constexpr std::size_t kSample = 65'536;
  const std::string_view sample = bytes.substr(0, kSample);
  const auto lines = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\n'));
  if (sample.size() == bytes.size()) return lines;
  return lines * (bytes.size() / kSample + 1) + lines / 8;
}

}  // namespace

TableReader::TableReader(const Table& table, std::string_view bytes, const CellContext& context, model::Report& report)
    : table_(table), bytes_(bytes), context_(context), report_(report), csv_(bytes) {}

bool TableReader::report_file_fault(const text::Fault& fault, model::RowNumber row) {
  report_.error(fault.code, spot(row, "", ""), fault.message, fault.way_out);
  return complete_ = false;
}

bool TableReader::read(model::PlantDraft& draft) {
  if (const text::Fault* fault = text::fault_of_beginning(bytes_)) return report_file_fault(*fault, 0);
  if (!read_header()) return false;
  check_needed_columns();
  model::PlantDraft faults_only;  // a table that lacks a column is read for the faults in its cells, and then forgotten
  model::PlantDraft& rows = complete_ ? draft : faults_only;
  table_.reserve(rows, std::min({likely_lines(bytes_), kMostRows, bytes_.size() / fields_.size()}));
  read_rows(rows);
  if (csv_.fault() != nullptr) return report_file_fault(*csv_.fault(), csv_.row());
  report_assumptions();
  report_row_count();
  return complete_;
}

bool TableReader::read_header() {
  if (!csv_.next()) return report_file_fault(csv_.fault() != nullptr ? *csv_.fault() : kEmpty, csv_.row());
  const std::span<const std::string_view> names = csv_.cells();
  const std::string_view first = names.front();
  if (names.size() == 1 && first.find_first_of(";\t|") != std::string_view::npos) {
    report_.error("wrong-separator", spot(csv_.row(), "", first), "the cells are not separated by commas",
                  "Save the table as CSV with commas between the cells.");
    return complete_ = false;
  }
  for (std::size_t i = 0; i < names.size(); ++i) add_field(names[i], i);
  return true;
}

void TableReader::add_field(std::string_view name, std::size_t position) {
  const auto known = std::find_if(table_.columns.begin(), table_.columns.end(),
                                  [name](const Column& column) { return lower(name) == column.name; });
  Field field;
  if (known == table_.columns.end()) {
    const bool trailing = name.empty() && position > 0;  // a comma at the end of the header, as spreadsheets leave it
    if (!trailing) report_unknown_column(name);
  } else {
    field.column = &*known;
    const bool twice =
        std::any_of(fields_.begin(), fields_.end(), [&](const Field& other) { return other.column == field.column; });
    if (twice) {
      report_.error("duplicate-column", spot(csv_.row(), name, name), "the column is there twice",
                    "Remove one of them.");
      field.column = nullptr;
    }
  }
  fields_.push_back(std::move(field));
}

// Near a column that is known: a mistyped one, whose values must not be lost. Else a column of the user's own.
void TableReader::report_unknown_column(std::string_view name) {
  model::NearNames near(name);
  for (const Column& column : table_.columns) near.consider(column.name);
  const std::string suggestion = near.sentence();
  const std::string message = "there is no column \"" + model::Report::shortened(name) + "\" in " + table_.file;
  if (suggestion.empty()) {
    report_.warning(kUnknownColumn, spot(csv_.row(), name, name), message + "; it is passed over",
                    "Remove it if it is not meant for you alone.");
  } else {
    report_.error(kUnknownColumn, spot(csv_.row(), name, name), message, suggestion);
  }
}

void TableReader::check_needed_columns() {
  for (const Column& column : table_.columns) {
    if (column.need != Need::required) continue;
    const bool there =
        std::any_of(fields_.begin(), fields_.end(), [&](const Field& field) { return field.column == &column; });
    if (there) continue;
    report_.error("missing-column", spot(1, column.name, ""),
                  std::string("the column ") + column.name + " is missing: " + column.meaning,
                  std::string("Add the column; an example value is ") + column.example + ".");
    complete_ = false;
  }
}

void TableReader::read_rows(model::PlantDraft& draft) {
  while (csv_.next()) {
    if (++rows_ > kMostRows) {
      report_file_fault(kTooManyRows, csv_.row());
      return;
    }
    if (table_.single_row && rows_ > 1) continue;
    read_row(table_.append(draft, csv_.row()));
  }
}

void TableReader::read_row(void* row) {
  const std::span<const std::string_view> cells = csv_.cells();
  if (cells.size() != fields_.size()) report_cell_count();
  const std::size_t count = std::min(cells.size(), fields_.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (fields_[i].column != nullptr) read_cell(row, fields_[i], cells[i]);
  }
}

void TableReader::report_cell_count() {
  const std::size_t cells = csv_.cells().size();
  const std::string found = std::to_string(cells);
  report_.error("wrong-cell-count", spot(csv_.row(), "", found),
                "the row has " + counted(cells, "cell") + " where the header has " + std::to_string(fields_.size()),
                cells > fields_.size() ? "Put cells that contain commas into double quotes."
                                       : "Add the missing commas; cells may be empty.");
}

void TableReader::read_cell(void* row, Field& field, std::string_view cell) {
  const Column& column = *field.column;
  if (cell.empty()) return pass_over(field);
  auto fault = column.read(row, cell, context_);
  if (fault) report_cell_fault(column, cell, std::move(*fault));
}

// An empty cell.
void TableReader::pass_over(Field& field) {
  ++field.empty_cells;
  if (field.column->need == Need::required) report_missing(*field.column);
  if (field.gaps.size() < rows_) field.gaps.resize(rows_);
  field.gaps[rows_ - 1] = true;
}

void TableReader::take_gaps(Gaps& gaps) {
  for (const Column& column : table_.columns) {
    const auto field =
        std::find_if(fields_.begin(), fields_.end(), [&](const Field& other) { return other.column == &column; });
    if (field == fields_.end()) {
      gaps.add_absent(column);
    } else {
      gaps.add(column, std::move(field->gaps));
    }
  }
}

void TableReader::report_missing(const Column& column) {
  report_.error("missing-value", spot(csv_.row(), column.name, ""), std::string(column.name) + " is missing",
                std::string("Fill in the cell; an example is ") + column.example + ".");
}

void TableReader::report_cell_fault(const Column& column, std::string_view cell, CellFault fault) {
  report_.error(fault.code, spot(csv_.row(), column.name, cell), std::string(column.name) + " " + fault.message,
                std::move(fault.way_out));
}

void TableReader::report_assumptions() {
  for (const Column& column : table_.columns) {
    if (column.need != Need::assumed && column.need != Need::derived) continue;
    const auto field =
        std::find_if(fields_.begin(), fields_.end(), [&](const Field& other) { return other.column == &column; });
    const std::size_t empty = field == fields_.end() ? rows_ : field->empty_cells;
    if (empty == 0) continue;
    const std::string where = table_.single_row ? "" : " in " + std::to_string(empty) + " of " + counted(rows_, "row");
    report_.assumption("assumed-value", spot(0, column.name, column.fallback),
                       std::string(column.name) + " is not given" + where + ": assumed " + column.fallback,
                       std::string("Fill in the column ") + column.name + " where this is not right.");
  }
}

void TableReader::report_row_count() {
  if (!table_.single_row || rows_ == 1) return;
  report_.error("row-count", spot(rows_ == 0 ? 1 : csv_.row(), "", ""),
                rows_ == 0 ? "the row under the header is missing" : "the table has more than one row",
                "Give exactly one row under the header.");
  if (rows_ == 0) complete_ = false;
}

}  // namespace kilter::codec::plant
