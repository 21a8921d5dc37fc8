// What kind of bytes a file holds: text in UTF-8, or something that cannot be read as a table.
#pragma once

#include <cstddef>
#include <string_view>

#include "codec/text/fault.hpp"

namespace kilter::codec::text {

// Judges the first bytes: other encodings by their marks, and well-known binary files (spreadsheets, archives, images).
// Null when it may be UTF-8 text.
const Fault* fault_of_beginning(std::string_view bytes);

// The offset of the first byte that is neither UTF-8 nor allowed in text (control characters but tab, line feed,
// carriage return); npos when all is well. A character cut off by the end of `bytes` counts as wrong.
std::size_t first_bad_byte(std::string_view bytes);

// What is wrong there.
const Fault* fault_of_byte(std::string_view bytes, std::size_t at);

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace kilter::codec::text
