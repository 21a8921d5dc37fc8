#include "codec/text/encoding.hpp"

#include <gtest/gtest.h>

#include <string>

namespace kilter::codec::text {
namespace {

TEST(Encoding, KnowsOtherFilesByTheirBeginning) {
  const auto code = [](std::string_view bytes) {
    const Fault* fault = fault_of_beginning(bytes);
    return std::string(fault == nullptr ? "" : fault->code);
  };
  EXPECT_EQ(code(std::string_view("\xFF\xFEi\0d\0", 6)), "wrong-encoding");
  EXPECT_EQ(code(std::string_view("\xFE\xFF\0i\0d", 6)), "wrong-encoding");
  EXPECT_EQ(code(std::string_view("i\0d\0", 4)), "wrong-encoding");
  EXPECT_EQ(code("PK\x03\x04 spreadsheet"), "binary-file");
  EXPECT_EQ(code("%PDF-1.7"), "binary-file");
  EXPECT_EQ(code("\xEF\xBB\xBFid"), "");
  EXPECT_EQ(code("id,name"), "");
  EXPECT_EQ(code(""), "");
}

std::string encoded(std::uint32_t code) {
  const auto with_rest = [code](unsigned lead, int rest) {
    std::string bytes(1, static_cast<char>(lead | code >> (6 * rest)));
    while (rest-- > 0) bytes += static_cast<char>(0x80 | (code >> (6 * rest) & 0x3FU));
    return bytes;
  };
  if (code < 0x80) return with_rest(0, 0);
  if (code < 0x800) return with_rest(0xC0, 1);
  if (code < 0x10000) return with_rest(0xE0, 2);
  return with_rest(0xF0, 3);
}

bool stands_in_text(std::uint32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  return code != 0x7F && (code < 0xD800 || code >= 0xE000) && code <= 0x10FFFF;
}

// Slow twin: decodes and encodes again; only what comes back the same is UTF-8.
std::size_t twin(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + length > bytes.size()) return at;
    std::uint32_t code = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) code = code << 6U | (static_cast<unsigned char>(bytes[at + i]) & 0x3FU);
    if (!stands_in_text(code) || encoded(code) != bytes.substr(at, length)) return at;
    at += length;
  }
  return std::string_view::npos;
}

void expect_agreement(unsigned a, unsigned b) {
  for (const unsigned c : {0x00U, 0x41U, 0x7FU, 0x80U, 0x8FU, 0x90U, 0x9FU, 0xA0U, 0xBFU, 0xC0U, 0xFFU}) {
    for (const unsigned d : {0x41U, 0x80U, 0xBFU}) {
      std::string text = "abc";  // so that the four lie across a border of eight bytes
      for (const unsigned byte : {a, b, c, d}) text += static_cast<char>(byte);
      text += "xyz";
      ASSERT_EQ(first_bad_byte(text), twin(text)) << a << " " << b << " " << c << " " << d;
    }
  }
}

TEST(Encoding, AgreesWithTheSlowTwin) {
  for (unsigned a = 0; a < 256; ++a) {
    for (unsigned b = 0; b < 256; ++b) ASSERT_NO_FATAL_FAILURE(expect_agreement(a, b));
  }
}

}  // namespace
}  // namespace kilter::codec::text
