// Fixed-point numbers as the shortest exact decimal text: 1500000 with 6 decimals is "1.5".
#pragma once

#include <cstdint>
#include <string>

#include "base/fixed.hpp"

namespace kilter::model {

// `raw` / 10^decimals. decimals <= 18.
inline std::string decimal_text(std::int64_t raw, unsigned decimals) {
  const bool negative = raw < 0;
  std::uint64_t magnitude = negative ? 0 - static_cast<std::uint64_t>(raw) : static_cast<std::uint64_t>(raw);
  char digits[24];
  char* const end = digits + sizeof digits;
  char* at = end;
  unsigned kept = 0;  // decimals written so far; trailing zeros are not
  for (unsigned i = 0; i < decimals; ++i, magnitude /= 10) {
    const auto digit = static_cast<char>('0' + magnitude % 10);
    if (digit == '0' && kept == 0) continue;
    *--at = digit;
    ++kept;
  }
  if (kept > 0) *--at = '.';
  do {
    *--at = static_cast<char>('0' + magnitude % 10);
    magnitude /= 10;
  } while (magnitude != 0);
  if (negative) *--at = '-';
  return {at, end};
}

template <class FixedPoint>
std::string decimal_text(FixedPoint value) {
  return decimal_text(value.raw(), 6);
}
inline std::string decimal_text(base::Money value) { return decimal_text(value.raw(), 2); }

}  // namespace kilter::model
