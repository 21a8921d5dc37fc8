#include "service/tables/key_index.hpp"

#include <algorithm>
#include <functional>

#include "base/require.hpp"

namespace kilter::service {

std::size_t KeyIndex::bucket(std::string_view text) const {
  return std::hash<std::string_view>()(text) & (buckets_ - 1);
}

const std::vector<RowNumber>& KeyIndex::candidates(std::string_view text) const { return rows_[bucket(text)]; }

void KeyIndex::insert(std::string_view text, RowNumber row) {
  std::vector<RowNumber>& rows = rows_.own(bucket(text));
  rows.insert(std::lower_bound(rows.begin(), rows.end(), row), row);
  ++count_;
}

void KeyIndex::erase(std::string_view text, RowNumber row) {
  std::vector<RowNumber>& rows = rows_.own(bucket(text));
  const auto at = std::lower_bound(rows.begin(), rows.end(), row);
  KILTER_REQUIRE(at != rows.end() && *at == row);
  rows.erase(at);
  --count_;
}

void KeyIndex::grow() {
  buckets_ *= 2;
  while (crowded()) buckets_ *= 2;
  rows_ = {};
  count_ = 0;
}

}  // namespace kilter::service
