// "Maybe X or Y?": the known names that are nearest to a mistyped one, by edit distance (Levenshtein 1966, with
// exchanged neighbours as one step, and case ignored).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kilter::model {

class NearNames {
 public:
  explicit NearNames(std::string_view wrong);
  // Looks at one known name. Names longer than 64 bytes are passed over.
  void consider(std::string_view known);
  // `Maybe "weld" or "welder"?`; empty when nothing is near enough.
  [[nodiscard]] std::string sentence() const;

 private:
  std::string wrong_;
  std::size_t best_;                // nearest distance so far; those further away are dropped
  std::vector<std::string> names_;  // at that distance, at most three
};

// Single-byte edits from a to b (insert, delete, replace, exchange neighbours); a value > limit when there are more.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace kilter::model
