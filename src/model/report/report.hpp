// Collects issues with bounded memory: of one kind (code, file, column) only the first hundred are kept whole, the rest
// are counted and summed up in one line. A second fault at a place where reading already found one is dropped.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "base/issue.hpp"
#include "model/draft/text.hpp"

namespace kilter::model {

// A cell of the input: views only, turned into a base::Place when an issue is kept.
struct Spot {
  std::string_view file;
  RowNumber row = 0;
  std::string_view column;
  std::string_view value;
};

class Report {
 public:
  static constexpr std::size_t kKeptPerKind = 100;

  explicit Report(base::Issues found);

  void error(std::string_view code, const Spot& spot, std::string message, std::string way_out);
  void warning(std::string_view code, const Spot& spot, std::string message, std::string way_out);
  void assumption(std::string_view code, const Spot& spot, std::string message, std::string way_out);

  // Whether issues of this kind are only counted by now, so that their text need not be made.
  [[nodiscard]] bool full(std::string_view code, const Spot& spot) const;
  // Whether the row has an error (of the kept ones). What such a row lacks, it mostly lacks because of that.
  [[nodiscard]] bool faulty_row(const Spot& spot) const;
  // A value as it is quoted in messages: at most 80 bytes, not cut inside a character.
  [[nodiscard]] static std::string shortened(std::string_view value);

  [[nodiscard]] std::size_t errors() const { return errors_; }
  // All issues, errors first, then warnings, then assumptions; each by file, row and column. Empties the report.
  [[nodiscard]] base::Issues take();

 private:
  void add(base::Severity severity, std::string_view code, const Spot& spot, base::Issue text);

  base::Issues issues_;
  std::size_t errors_ = 0;
  std::unordered_set<std::string> faulty_places_;  // of the errors found by reading
  std::unordered_set<std::string> faulty_rows_;
  std::map<std::tuple<std::string, std::string, std::string>, std::pair<std::size_t, base::Severity>> count_of_kind_;
};

}  // namespace kilter::model
