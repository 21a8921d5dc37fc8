// MiniZinc data: "key = value;" in any order, % begins a comment. Values are read flat: brackets, bars and commas only
// part the numbers.
//
//   DznFile file("small.dzn", bytes);
//   const std::int64_t items = file.whole("Items", {.what = "number of items"});
//   file.numbers("Costs", items, {.what = "cost"})
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "base/issue.hpp"
#include "codec/benchmark/tokens/token_reader.hpp"

namespace kilter::codec::benchmark {

class DznFile {
 public:
  // Both must outlive the file. O(bytes).
  DznFile(std::string_view file, std::string_view bytes);

  std::int64_t whole(std::string_view key, const Wanted& wanted);
  // Exactly `count` numbers; fewer come back only with a fault.
  std::vector<std::int64_t> numbers(std::string_view key, std::int64_t count, const Wanted& wanted);
  // Exactly `count` of true and false.
  std::vector<bool> truths(std::string_view key, std::int64_t count);

  void refuse_all(std::string code, std::string message, std::string way_out);
  [[nodiscard]] bool faulty() const { return !issues_.empty(); }
  // Empty: all is well. Empties the list.
  base::Issues take_issues() { return std::move(issues_); }

 private:
  struct Value {
    std::string_view text;
    std::uint32_t line = 1;
  };

  void split(std::string_view bytes);
  // Reads the value of `key` by `read`, which must use up all of it.
  void with_value(std::string_view key, std::int64_t count, const std::function<void(TokenReader&)>& read);

  std::string_view file_;
  std::map<std::string_view, Value> values_;
  base::Issues issues_;
};

}  // namespace kilter::codec::benchmark
