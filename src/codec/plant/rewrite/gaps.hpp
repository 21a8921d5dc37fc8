// The cells of a plant folder that were left empty. A draft holds what is assumed for them like any other value; this
// is what tells the two apart.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "codec/plant/field.hpp"

namespace kilter::codec::plant {

class Gaps {
 public:
  // The folder has no such column: its cells are empty in every row.
  void add_absent(const Column& column) { absent_.insert(&column); }
  // Per row of the draft's table whether the column's cell is empty; rows beyond the end are not.
  void add(const Column& column, std::vector<bool> empty) { empty_[&column] = std::move(empty); }
  // One more empty cell.
  void add_cell(const Column& column, std::size_t index);
  // Whether the cell of `column` in row `index` of the draft's table was empty.
  [[nodiscard]] bool at(const Column& column, std::size_t index) const;

 private:
  // By address, as tables() lasts as long as the program; never walked through.
  std::set<const Column*> absent_;
  std::map<const Column*, std::vector<bool>> empty_;
};

}  // namespace kilter::codec::plant
