// The table of fields of the plant folder: what the reader, the writer and the reference page docs/plant-folder.md all
// use. One `Table` per file, one `Column` per field; nothing about a field is said anywhere else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/draft.hpp"
#include "time/zone.hpp"

namespace kilter::codec::plant {

// What a cell holds, in the words of the reference page.
enum class Kind : std::uint8_t {
  text,
  id,         // gives the row its name
  reference,  // names a row of the table `Column::detail`
  yes_no,
  whole,
  quantity,
  ratio,
  price,
  rate,
  money,
  duration,
  from,   // date or time; a date means the start of that day
  until,  // date or time; a date means the end of that day
  time_of_day,
  days,
  choice,  // one of the words in `Column::detail`
};

enum class Need : std::uint8_t {
  required,
  assumed,   // `fallback` stands in for an empty cell, read like a cell; reported as an assumption
  derived,   // an empty cell is worked out from the rest as `fallback` says; reported as an assumption
  optional,  // an empty cell means what `fallback` says (none); nothing to report
};

// What reading and writing cells needs to know.
struct CellContext {
  const time::Zone& zone;
};

// What is wrong with a cell.
struct CellFault {
  std::string code;
  std::string message;
  std::string way_out;
};

struct Column {
  const char* name;
  Kind kind;
  Need need;
  const char* fallback;
  const char* detail;  // unit, choices or the table referred to
  const char* meaning;
  const char* example;
  // Reads a cell that is not empty into the row (of the table's draft row type).
  std::optional<CellFault> (*read)(void* row, std::string_view cell, const CellContext& context);
  // Appends the row's value to `out`, as a CSV cell; nothing when it is empty.
  void (*write)(const void* row, const CellContext& context, std::string& out);
};

struct Table {
  const char* file;
  const char* title;
  const char* meaning;
  bool required;    // the folder must have this file
  bool single_row;  // exactly one row
  std::vector<Column> columns;
  // Row access by index into the draft's vector of this table.
  void* (*append)(model::PlantDraft& draft, model::RowNumber row);
  std::size_t (*count)(const model::PlantDraft& draft);
  const void* (*at)(const model::PlantDraft& draft, std::size_t index);
  void (*reserve)(model::PlantDraft& draft, std::size_t count);
};

// All tables, in the order of the reference page; plant.csv is the first.
std::span<const Table> tables();

// The table of a file name; null when there is none.
const Table* find_table(std::string_view file);

}  // namespace kilter::codec::plant
