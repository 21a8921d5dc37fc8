// Row numbers in the order of their parents, rows of one parent in file order (a stable counting sort).
#pragma once

#include <cstdint>
#include <vector>

#include "base/strong_id.hpp"

namespace kilter::model {

// `parents[row]` for each row; rows without a parent are left out.
template <class Id>
std::vector<std::uint32_t> rows_by_parent(const std::vector<Id>& parents, std::size_t parent_count) {
  std::vector<std::uint32_t> start(parent_count + 1, 0);
  std::uint32_t kept = 0;
  for (const Id parent : parents) {
    if (!parent.valid()) continue;
    ++start[parent.index() + 1];
    ++kept;
  }
  for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
  std::vector<std::uint32_t> rows(kept);
  for (std::uint32_t row = 0; row < parents.size(); ++row) {
    if (parents[row].valid()) rows[start[parents[row].index()]++] = row;
  }
  return rows;
}

}  // namespace kilter::model
