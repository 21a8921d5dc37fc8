// A fault, warning or assumption about input, as data: where it stands, what is wrong, and the way out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kilter::base {

enum class Severity : std::uint8_t { error, warning, assumption };

// Where in the input: file, row (1-based, the header is row 1; 0 = the whole file), column (field) name and the value
// found.
struct Place {
  std::string file;
  std::uint32_t row = 0;
  std::string column;
  std::string value;
  friend bool operator==(const Place&, const Place&) = default;
};

// `code` is stable and documented (kebab-case, e.g. "unknown-item"); `message` names the thing; `way_out` says what to
// do.
struct Issue {
  std::string code;
  Severity severity = Severity::error;
  Place where;
  std::string message;
  std::string way_out;
  friend bool operator==(const Issue&, const Issue&) = default;
};

using Issues = std::vector<Issue>;

inline bool has_errors(const Issues& issues) {
  for (const Issue& issue : issues) {
    if (issue.severity == Severity::error) return true;
  }
  return false;
}

}  // namespace kilter::base
