#include "codec/text/values/decimal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "model/decimal_text.hpp"

namespace kilter::codec::text {
namespace {

TEST(Decimal, IsExact) {
  EXPECT_EQ(parse_decimal("12.5", 6).value, 12'500'000);
  EXPECT_EQ(parse_decimal("-0.000001", 6).value, -1);
  EXPECT_EQ(parse_decimal("+7", 2).value, 700);
  EXPECT_EQ(parse_decimal(".5", 2).value, 50);
  EXPECT_EQ(parse_decimal("5.", 2).value, 500);
  EXPECT_EQ(parse_decimal("1.50000000000000000000000", 2).value, 150);
  EXPECT_EQ(parse_decimal("0000000000000000000000000001", 6).value, 1'000'000);
  EXPECT_EQ(parse_decimal("9223372036854.775807", 6).value, 9'223'372'036'854'775'807);
}

TEST(Decimal, RefusesWhatItCannotKeep) {
  EXPECT_STREQ(parse_decimal("1.005", 2).fault->code, "too-many-decimals");
  EXPECT_STREQ(parse_decimal("9223372036854.775808", 6).fault->code, "absurd-value");
  EXPECT_STREQ(parse_decimal("99999999999999999999", 0).fault->code, "absurd-value");
}

TEST(Decimal, RefusesWhatIsNoNumberAndSaysWhy) {
  for (const char* text : {"", "-", ".", "abc", "1 2", "0x10", "--1", "1-", "NaN", "inf", "1.2.3"}) {
    ASSERT_FALSE(parse_decimal(text, 6).ok()) << text;
    EXPECT_STREQ(parse_decimal(text, 6).fault->code, "bad-number") << text;
  }
  EXPECT_NE(std::string(parse_decimal("1,5", 6).fault->way_out).find("point"), std::string::npos);
  EXPECT_NE(std::string(parse_decimal("1'000", 6).fault->way_out).find("thousands"), std::string::npos);
  EXPECT_NE(std::string(parse_decimal("95%", 6).fault->way_out).find("0.05"), std::string::npos);
  EXPECT_NE(std::string(parse_decimal("1e3", 6).fault->way_out).find("exponent"), std::string::npos);
}

TEST(Decimal, WholeNumbersHaveNoFraction) {
  EXPECT_EQ(parse_whole("-42").value, -42);
  EXPECT_EQ(parse_whole("3.0").value, 3);
  EXPECT_NE(std::string(parse_whole("3.5").fault->message).find("whole"), std::string::npos);
  EXPECT_STREQ(parse_whole("3000000000").fault->code, "absurd-value");
}

// Short texts take a way of their own; zeros in front send the same number the thorough way.
TEST(Decimal, ShortTextsMeanWhatTheyMeanWithZerosInFront) {
  static constexpr std::string_view kSigns = "+-.0179 a";
  std::vector<std::string> texts{""};
  for (std::size_t i = 0; i < texts.size() && texts[i].size() < 5; ++i) {
    for (const char c : kSigns) texts.push_back(texts[i] + c);
  }
  for (const std::string& text : texts) {
    const std::size_t sign = text.find_first_not_of("+-");
    if (sign == std::string::npos || text[sign] < '0' || text[sign] > '9') continue;
    const std::string longer = text.substr(0, sign) + "000000000000" + text.substr(sign);
    for (const unsigned decimals : {0U, 2U, 6U}) {
      const auto quick = parse_decimal(text, decimals);
      const auto thorough = parse_decimal(longer, decimals);
      ASSERT_EQ(quick.value, thorough.value) << text;
      ASSERT_EQ(quick.fault, thorough.fault) << text;
    }
  }
}

TEST(Decimal, TheLongestShortTextFits) {
  EXPECT_EQ(parse_decimal("999999999", 9).value, 999'999'999'000'000'000);
  EXPECT_EQ(parse_decimal("-99999999", 9).value, -99'999'999'000'000'000);
  EXPECT_EQ(parse_decimal("9999999999", 9).fault, parse_decimal("99999999999", 9).fault);
}

RC_GTEST_PROP(DecimalProperty, TextReadsBack, (std::int64_t raw)) {
  RC_PRE(raw != std::numeric_limits<std::int64_t>::min());
  for (const unsigned decimals : {0U, 2U, 6U}) {
    const auto parsed = parse_decimal(model::decimal_text(raw, decimals), decimals);
    RC_ASSERT(parsed.ok());
    RC_ASSERT(parsed.value == raw);
  }
}

}  // namespace
}  // namespace kilter::codec::text
