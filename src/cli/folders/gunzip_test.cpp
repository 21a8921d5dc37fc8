#include "cli/folders/gunzip.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <vector>

namespace kilter::cli {
namespace {

std::string gzip(const std::string& content) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::vector<Bytef> in(content.begin(), content.end());
  std::vector<Bytef> out(content.size() + 1000);
  stream.next_in = in.data();
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = out.data();
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return {out.begin(), out.end()};
}

TEST(Gunzip, GivesBackWhatWasPacked) {
  std::string long_text;
  for (int i = 0; i < 100'000; ++i) long_text += std::to_string(i);
  EXPECT_EQ(gunzip(gzip(long_text)), long_text);
  EXPECT_EQ(gunzip(gzip("")), "");
  EXPECT_EQ(gunzip(gzip("one ") + gzip("two")), "one two") << "parts one after another";
}

TEST(Gunzip, RefusesWhatIsDamaged) {
  std::string packed = gzip("a text of some length, so that there is something to cut off");
  EXPECT_FALSE(gunzip("no gzip").has_value());
  EXPECT_FALSE(gunzip("").has_value());
  EXPECT_FALSE(gunzip(std::string_view(packed).substr(0, packed.size() - 4)).has_value());
  packed[packed.size() / 2] = static_cast<char>(packed[packed.size() / 2] ^ 0x55);
  EXPECT_FALSE(gunzip(packed).has_value());
}

}  // namespace
}  // namespace kilter::cli
