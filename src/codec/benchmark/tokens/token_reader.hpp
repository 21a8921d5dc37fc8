// Numbers and words of a benchmark instance, one after the other, each fault named by file, line and token.
//
//   TokenReader reader("abz5.txt", bytes);
//   const Index jobs = reader.whole({.what = "number of jobs", .least = 1});
//   for (Index i = 0; i < jobs && reader.going(); ++i) ...
//   if (base::Issues issues = reader.take_issues(); !issues.empty()) say(issues);
//
// A token that is no number is named and stands in for the least one allowed, so that all faults are found in one
// reading. It ends at the end of the file or after twenty faults: `going()` is then false, and every loop asks it, so
// that no announced count costs more than the file holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/issue.hpp"

namespace kilter::codec::benchmark {

inline constexpr std::int64_t kLargestNumber = 1'000'000'000;

// What a number stands for, and its range.
struct Wanted {
  std::string_view what;
  std::int64_t least = 0;
  std::int64_t most = kLargestNumber;
};

// How the text is cut into tokens.
struct TokenRules {
  std::string_view separators = {};  // beside blanks and line ends
  char comment = '\0';               // from here to the end of the line nothing counts; '\0': no comments
  std::uint32_t first_line = 1;      // number of the first line, where the bytes are part of a file
};

class TokenReader {
 public:
  // Both must outlive the reader.
  TokenReader(std::string_view file, std::string_view bytes, const TokenRules& rules = {});

  // False once the end of the file was met where something was wanted, or after too many faults.
  [[nodiscard]] bool going() const { return going_; }
  // Nothing but blanks and comments is left.
  [[nodiscard]] bool at_end();
  // Nothing is left in the line of the last token.
  [[nodiscard]] bool at_line_end();
  // The next token without taking it; empty at the end.
  [[nodiscard]] std::string_view peek();

  // The next token; empty at the end, which is a fault.
  std::string_view word(std::string_view what);
  std::int64_t whole(const Wanted& wanted);
  // A decimal number of at least 0 in millionths; more than six decimals are a fault.
  std::int64_t millionths(std::string_view what);

  // Goes on behind the next `text`, wherever it stands; a fault when there is none.
  bool seek(std::string_view text);
  void skip_line();
  // Drops lines until one begins with a number.
  void skip_to_numbers();

  // Whether so many tokens can still stand in the file; a fault when not.
  bool room_for(std::int64_t count, std::string_view what);
  // What is left is a fault.
  void expect_end();
  // Something is wrong with the last token.
  void refuse(std::string code, std::string message, std::string way_out);
  // Something is wrong with the instance as a whole.
  void refuse_all(std::string code, std::string message, std::string way_out);

  // Empty: all is well. Empties the list.
  base::Issues take_issues() { return std::move(issues_); }
  [[nodiscard]] bool faulty() const { return !issues_.empty(); }

 private:
  [[nodiscard]] bool separates(char c) const;
  void skip_blanks();
  void step();
  void end_early(std::string_view what);
  void add(base::Issue issue);

  std::string_view file_;
  std::string_view bytes_;
  TokenRules rules_;
  std::size_t at_ = 0;
  std::uint32_t line_;           // of `at_`
  std::uint32_t token_line_;     // of the last token
  std::uint32_t token_ = 0;      // its number in its line, from 1
  std::string_view last_token_;  // its text
  bool going_ = true;
  base::Issues issues_;
};

// Whether the text begins like a number: a digit, or a sign before one.
bool begins_number(std::string_view text);

}  // namespace kilter::codec::benchmark
