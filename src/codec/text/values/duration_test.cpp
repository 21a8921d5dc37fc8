#include "codec/text/values/duration.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kilter::codec::text {
namespace {

std::int64_t seconds(std::string_view text) {
  const auto parsed = parse_duration(text);
  EXPECT_TRUE(parsed.ok()) << text;
  return parsed.value.count();
}

TEST(Duration, ReadsUnitsAndIso) {
  EXPECT_EQ(seconds("1d 2h 30m 15s"), 86'400 + 2 * 3'600 + 30 * 60 + 15);
  EXPECT_EQ(seconds("90m"), 5'400);
  EXPECT_EQ(seconds("1.5h"), 5'400);
  EXPECT_EQ(seconds("2 h"), 7'200);
  EXPECT_EQ(seconds("1d2h"), 93'600);
  EXPECT_EQ(seconds("12 min"), 720);
  EXPECT_EQ(seconds("3 days"), 259'200);
  EXPECT_EQ(seconds("0"), 0);
  EXPECT_EQ(seconds("PT1H30M"), 5'400);
  EXPECT_EQ(seconds("P1DT12H"), 129'600);
  EXPECT_EQ(seconds("P2W"), 1'209'600);
  EXPECT_EQ(seconds("PT0.5M"), 30);
  EXPECT_EQ(seconds("-2h"), -7'200);
}

TEST(Duration, RefusesTheRest) {
  for (const char* text :
       {"", "h", "1x", "1h x", "PT", "P", "PT1D", "P1H", "1:30", "-", "1h-30m", "PT1H30", "one hour"}) {
    ASSERT_FALSE(parse_duration(text).ok()) << text;
    EXPECT_STREQ(parse_duration(text).fault->code, "bad-duration") << text;
  }
  EXPECT_NE(std::string(parse_duration("90").fault->message).find("unit"), std::string::npos);
  EXPECT_NE(std::string(parse_duration("P1M").fault->message).find("months"), std::string::npos);
  EXPECT_NE(std::string(parse_duration("0.3s").fault->message).find("whole"), std::string::npos);
  EXPECT_STREQ(parse_duration("99999999999d").fault->code, "absurd-value");
  EXPECT_STREQ(parse_duration("30000d 30000d").fault->code, "absurd-value");
}

TEST(Duration, IsWrittenShort) {
  EXPECT_EQ(duration_text(time::Duration(0)), "0s");
  EXPECT_EQ(duration_text(time::Duration(2 * 86'400)), "2d");
  EXPECT_EQ(duration_text(time::Duration(40 * 3'600)), "40h");
  EXPECT_EQ(duration_text(time::Duration(3'661)), "1h 1m 1s");
}

RC_GTEST_PROP(DurationProperty, TextReadsBack, (std::int32_t count)) {
  const auto parsed = parse_duration(duration_text(time::Duration(count)));
  RC_ASSERT(parsed.ok());
  RC_ASSERT(parsed.value.count() == count);
}

}  // namespace
}  // namespace kilter::codec::text
