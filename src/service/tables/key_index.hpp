// Which rows have a text in the key column of a table, without looking at them all. Holds row numbers by a hash of the
// text; whoever asks compares the texts. Copies share what neither changes.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "service/tables/row_edit.hpp"
#include "service/tables/shared_array.hpp"

namespace kilter::service {

class KeyIndex {
 public:
  // Numbers of rows that may have this text, ascending.
  [[nodiscard]] const std::vector<RowNumber>& candidates(std::string_view text) const;
  void insert(std::string_view text, RowNumber row);
  // Was inserted with this text.
  void erase(std::string_view text, RowNumber row);

  // Whether so many rows would be found faster with more room.
  [[nodiscard]] bool crowded() const { return count_ > 2 * buckets_; }
  // Empty, with room for twice as many rows as were there.
  void grow();

 private:
  [[nodiscard]] std::size_t bucket(std::string_view text) const;

  SharedArray<std::vector<RowNumber>> rows_;  // by bucket
  std::size_t buckets_ = 64;                  // a power of two
  std::size_t count_ = 0;
};

}  // namespace kilter::service
