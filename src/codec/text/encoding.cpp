#include "codec/text/encoding.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "codec/json/utf8.hpp"

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

bool is_text_control(unsigned char c) { return c == '\t' || c == '\n' || c == '\r'; }

// Bytes of the character at `at`; 0 when it may not stand in text.
std::size_t text_length(std::string_view bytes, std::size_t at) {
  const auto c = static_cast<unsigned char>(bytes[at]);
  if (c >= 0x20 && c < 0x7F) return 1;
  if (c == 0x7F || (c < 0x20 && !is_text_control(c))) return 0;
  return utf8_length(bytes, at);
}

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
  std::size_t at = 0;
  while (at < bytes.size()) {
    std::uint64_t word = 0;
    const bool whole = at + sizeof word <= bytes.size();
    if (whole) std::memcpy(&word, bytes.data() + at, sizeof word);
    if (whole && all_plain(word)) {
      at += sizeof word;
      continue;
    }
    // Character by character to the next eight.
    const std::size_t stop = std::min(at + sizeof word, bytes.size());
    while (at < stop) {
      const std::size_t length = text_length(bytes, at);
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
