// The published plan as plain tables of the database, for SQL and BI tools: replaced in the same transaction that keeps
// the publication. Nothing of Kilter reads them.
//
//   SELECT order_id, late_seconds FROM plan_orders WHERE plant = 'veloria' AND late_seconds > 0;
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kilter::service {

enum class ReadType : std::uint8_t { text, number, moment };

struct ReadColumn {
  std::string_view name;
  ReadType type = ReadType::text;
  std::string_view from;  // column of the plan folder's table
};

struct ReadSchema {
  std::string_view name;
  std::string_view from;  // table of the plan folder
  std::string_view meaning;
  std::vector<ReadColumn> columns;  // behind `plant`
};

// All, in the order in which they are written.
std::span<const ReadSchema> read_schemas();

// Rows of one of them, cells by its columns; empty cells are NULL.
struct ReadTable {
  std::string_view name;
  std::vector<std::vector<std::string>> rows;
};

// docs/read-tables.md.
std::string read_tables_page();

}  // namespace kilter::service
