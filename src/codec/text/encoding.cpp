#include "codec/text/encoding.hpp"

#include <bit>
#include <cstdint>
#include <cstring>

namespace kilter::codec::text {
namespace {

constexpr Fault kUtf16{"wrong-encoding", "the file is UTF-16 text", "Save it as \"CSV UTF-8\"."};
constexpr Fault kUtf32{"wrong-encoding", "the file is UTF-32 text", "Save it as \"CSV UTF-8\"."};
constexpr Fault kNotUtf8{"wrong-encoding", "the file is not UTF-8 text (Latin-1 or Windows-1252, perhaps)",
                         "Save it as \"CSV UTF-8\"."};
constexpr Fault kNul{"binary-file", "the file holds zero bytes: it is not text", "Export the table as CSV, UTF-8."};
constexpr Fault kControl{"binary-file", "the file holds control characters: it is not plain text",
                         "Export the table as CSV, UTF-8."};
constexpr Fault kSpreadsheet{"binary-file", "the file is a spreadsheet or archive, not CSV",
                             "Save the sheet as \"CSV UTF-8\"."};
constexpr Fault kBinary{"binary-file", "the file is not text", "Export the table as CSV, UTF-8."};

bool is_continuation(unsigned char c) { return (c & 0xC0U) == 0x80U; }

// Length of the UTF-8 character at the front; 0 when it is not one (overlong forms, surrogates, beyond U+10FFFF
// included).
std::size_t character(const unsigned char* at, std::size_t left) {
  const unsigned char lead = at[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (left < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(at[i])) return 0;
  }
  if (lead == 0xE0 && at[1] < 0xA0) return 0;
  if (lead == 0xED && at[1] > 0x9F) return 0;
  if (lead == 0xF0 && at[1] < 0x90) return 0;
  if (lead == 0xF4 && at[1] > 0x8F) return 0;
  return length;
}

bool is_text_control(unsigned char c) { return c == '\t' || c == '\n' || c == '\r'; }

static_assert(std::endian::native == std::endian::little, "the first character of a word of text is its lowest byte");

// Whether eight bytes are all ASCII and allowed in text. Mycroft's tests for bytes below a space and for one value in a
// word err only above a byte that is meant, and each candidate is looked at.
bool all_plain(std::uint64_t word) {
  constexpr std::uint64_t kHigh = 0x8080808080808080ULL;
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  if ((word & kHigh) != 0) return false;
  const std::uint64_t deletes = word ^ (kOnes * 0x7F);
  std::uint64_t odd = ((word - kOnes * 0x20) | (deletes - kOnes)) & kHigh;
  for (; odd != 0; odd &= odd - 1) {
    const auto c = static_cast<unsigned char>(word >> (static_cast<unsigned>(std::countr_zero(odd)) - 7U));
    if (c == 0x7F || (c < 0x20 && !is_text_control(c))) return false;
  }
  return true;
}

}  // namespace

const Fault* fault_of_beginning(std::string_view bytes) {
  const auto begins = [bytes](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  if (begins(std::string_view("\xFF\xFE\0\0", 4)) || begins(std::string_view("\0\0\xFE\xFF", 4))) return &kUtf32;
  if (begins("\xFF\xFE") || begins("\xFE\xFF")) return &kUtf16;
  if (begins("PK\x03\x04") || begins("\xD0\xCF\x11\xE0")) return &kSpreadsheet;
  if (begins("\x1F\x8B") || begins("%PDF-") || begins("\x89PNG") ||
      begins("\x7F"
             "ELF"))
    return &kBinary;
  // UTF-16 without a mark: every second byte of ASCII text is zero.
  if (bytes.size() >= 4 && (bytes[0] == '\0') != (bytes[1] == '\0') && (bytes[2] == '\0') != (bytes[3] == '\0'))
    return &kUtf16;
  return nullptr;
}

std::size_t first_bad_byte(std::string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (at + 8 <= bytes.size()) {
      std::uint64_t word = 0;
      std::memcpy(&word, data + at, 8);
      if (all_plain(word)) {
        at += 8;
        continue;
      }
    }
    // Byte by byte to the next eight.
    const std::size_t stop = at + 8;
    while (at < stop && at < bytes.size()) {
      const unsigned char c = data[at];
      if (c >= 0x20 && c < 0x7F) {
        ++at;
        continue;
      }
      const bool control = (c < 0x20 && !is_text_control(c)) || c == 0x7F;
      const std::size_t length = control ? 0 : character(data + at, bytes.size() - at);
      if (length == 0) return at;
      at += length;
    }
  }
  return std::string_view::npos;
}

const Fault* fault_of_byte(std::string_view bytes, std::size_t at) {
  const auto c = static_cast<unsigned char>(bytes[at]);
  if (c == 0) return &kNul;
  return c < 0x80 ? &kControl : &kNotUtf8;
}

}  // namespace kilter::codec::text
