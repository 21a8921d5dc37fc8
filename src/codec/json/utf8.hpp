// Well-formed UTF-8 (Unicode table 3-7).
#pragma once

#include <cstddef>
#include <string_view>

namespace kilter::codec {

// Whether a lead byte may be followed by `second`, given that it is a continuation byte: no overlong forms, no
// surrogates, nothing beyond U+10FFFF.
inline bool may_follow(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0:
      return second >= 0xA0;
    case 0xED:
      return second <= 0x9F;
    case 0xF0:
      return second >= 0x90;
    case 0xF4:
      return second <= 0x8F;
    default:
      return true;
  }
}

// Bytes of the character that begins at `at` (at < text.size()): 1 to 4; 0 when no well-formed character begins there.
inline std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - at < length) return 0;
  for (std::size_t i = at + 1; i < at + length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  return may_follow(lead, byte(at + 1)) ? length : 0;
}

}  // namespace kilter::codec
