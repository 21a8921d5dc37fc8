// Whether a text is what a field holds.
#pragma once

#include <string>
#include <string_view>

#include "service/floor/event_kinds.hpp"

namespace kilter::service {

// Longest texts, in bytes.
inline constexpr std::size_t kLongestId = 200;
inline constexpr std::size_t kLongestText = 2'000;

struct FieldFault {
  const char* code = nullptr;  // null: nothing is wrong
  std::string message;
  std::string way_out;
};

// Of a text that is not empty; `detail` as in FieldRule.
FieldFault fault_of(Holds holds, std::string_view detail, std::string_view text);

}  // namespace kilter::service
