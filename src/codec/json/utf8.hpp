// Well-formed UTF-8 (Unicode table 3-7).
#pragma once

#include <cstddef>
#include <string_view>

namespace kilter::codec {

// Bytes of the character that begins at `at` (at < text.size()): 1 to 4; 0 when no well-formed character begins there.
inline std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto continues = [&](std::size_t i, unsigned low, unsigned high) { return byte(i) >= low && byte(i) <= high; };
  const unsigned lead = byte(at);
  if (lead < 0x80U) return 1;
  if (lead >= 0xC2U && lead <= 0xDFU) return continues(at + 1, 0x80U, 0xBFU) ? 2 : 0;
  if (lead >= 0xE0U && lead <= 0xEFU) {
    const unsigned low = lead == 0xE0U ? 0xA0U : 0x80U;   // no overlong forms
    const unsigned high = lead == 0xEDU ? 0x9FU : 0xBFU;  // no surrogates
    return continues(at + 1, low, high) && continues(at + 2, 0x80U, 0xBFU) ? 3 : 0;
  }
  if (lead >= 0xF0U && lead <= 0xF4U) {
    const unsigned low = lead == 0xF0U ? 0x90U : 0x80U;
    const unsigned high = lead == 0xF4U ? 0x8FU : 0xBFU;  // up to U+10FFFF
    const bool rest = continues(at + 2, 0x80U, 0xBFU) && continues(at + 3, 0x80U, 0xBFU);
    return continues(at + 1, low, high) && rest ? 4 : 0;
  }
  return 0;
}

}  // namespace kilter::codec
