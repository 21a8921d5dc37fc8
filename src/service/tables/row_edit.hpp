// One row of one table of a plant changed: what commands on master data, orders and the floor come down to.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kilter::service {

// Numbers a row for as long as its table lives: 1, 2, 3 ... in the order of the file, never used again.
using RowNumber = std::uint32_t;

struct CellText {
  std::string column;
  std::string text;  // as in the plant folder; empty: nothing
  friend bool operator==(const CellText&, const CellText&) = default;
};

enum class RowChange : std::uint8_t {
  add,      // a new row at the end; cells that are not named are empty
  change,   // the cells named, the others stay
  remove,   // the whole row
  restore,  // a removed row, in its old place and with these cells
};

struct RowEdit {
  RowChange change = RowChange::change;
  std::string table;  // the file's name, as in "orders.csv"
  RowNumber row = 0;  // 0 when added
  std::vector<CellText> cells;
  std::vector<CellText> was = {};  // what cells of a row that is there must hold, or the edit is refused
  friend bool operator==(const RowEdit&, const RowEdit&) = default;
};

}  // namespace kilter::service
