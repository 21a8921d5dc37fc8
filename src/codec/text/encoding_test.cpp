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

// Slow twin: decodes and encodes again; only what comes back the same is UTF-8.
std::size_t twin(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + length > bytes.size()) return at;
    std::uint32_t code = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) code = code << 6U | (static_cast<unsigned char>(bytes[at + i]) & 0x3FU);
    std::string back;
    if (code < 0x80) {
      back += static_cast<char>(code);
    } else if (code < 0x800) {
      back += static_cast<char>(0xC0 | code >> 6U);
    } else if (code < 0x10000) {
      back += static_cast<char>(0xE0 | code >> 12U);
    } else {
      back += static_cast<char>(0xF0 | code >> 18U);
    }
    for (std::size_t left = back[0] == static_cast<char>(code) && code < 0x80 ? 0
                            : code < 0x800                                    ? 1
                            : code < 0x10000                                  ? 2
                                                                              : 3;
         left > 0; --left) {
      back += static_cast<char>(0x80 | (code >> (6 * (left - 1)) & 0x3FU));
    }
    const bool control = code == 0x7F || (code < 0x20 && code != '\t' && code != '\n' && code != '\r');
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    if (control || surrogate || code > 0x10FFFF || back != bytes.substr(at, length)) return at;
    at += length;
  }
  return std::string_view::npos;
}

TEST(Encoding, AgreesWithTheSlowTwin) {
  for (unsigned a = 0; a < 256; ++a) {
    for (unsigned b = 0; b < 256; ++b) {
      for (const unsigned c : {0x00U, 0x41U, 0x7FU, 0x80U, 0x8FU, 0x90U, 0x9FU, 0xA0U, 0xBFU, 0xC0U, 0xFFU}) {
        for (const unsigned d : {0x41U, 0x80U, 0xBFU}) {
          std::string text = "abc";  // so that the four lie across a border of eight bytes
          for (const unsigned byte : {a, b, c, d}) text += static_cast<char>(byte);
          text += "xyz";
          ASSERT_EQ(first_bad_byte(text), twin(text)) << a << " " << b << " " << c << " " << d;
        }
      }
    }
  }
}

}  // namespace
}  // namespace kilter::codec::text
