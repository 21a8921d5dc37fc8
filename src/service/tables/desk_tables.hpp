// Tables that a plant's desk keeps beside the plant folder's: what happened, and what is open between people. Rows are
// edited as all others are; an exported folder does not hold them.
//
//   find_desk_table("actuals.csv")->columns[0].name   ->  "production_order"
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace kilter::service {

struct DeskColumn {
  std::string_view name;
  std::string_view meaning;
};

struct DeskTable {
  std::string_view name;
  std::string_view meaning;
  std::vector<DeskColumn> columns;
};

// All of a plant, by name.
std::span<const DeskTable> desk_tables();
// Those of the journal of users and tokens.
std::span<const DeskTable> access_tables();

// Of either; null when there is none of that name.
const DeskTable* find_desk_table(std::string_view name);

// The columns of a table by whose text rows are found without looking at all of them: the first of the table, and what
// else floor and desk ask for. Empty for a table that neither folder nor desk has.
std::vector<std::string_view> key_columns_of(std::string_view table);

}  // namespace kilter::service
