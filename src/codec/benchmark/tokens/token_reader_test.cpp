#include "codec/benchmark/tokens/token_reader.hpp"

#include <gtest/gtest.h>

#include <string>

namespace kilter::codec::benchmark {
namespace {

TEST(TokenReader, ReadsNumbersAcrossLinesAndKnowsTheirEnds) {
  TokenReader reader("a.txt", "3 -2\r\n\n +7\t8 \n");
  EXPECT_EQ(reader.whole({.what = "a"}), 3);
  EXPECT_FALSE(reader.at_line_end());
  EXPECT_EQ(reader.whole({.what = "b", .least = -5}), -2);
  EXPECT_TRUE(reader.at_line_end());
  EXPECT_EQ(reader.whole({.what = "c"}), 7);
  EXPECT_EQ(reader.peek(), "8");
  EXPECT_EQ(reader.whole({.what = "d"}), 8);
  EXPECT_TRUE(reader.at_end());
  EXPECT_TRUE(reader.going());
  EXPECT_TRUE(reader.take_issues().empty());
}

TEST(TokenReader, NamesEveryFaultByLineAndToken) {
  TokenReader reader("a.txt", "1 two 3\n4 99 6.5\n");
  const Wanted wanted{.what = "duration", .least = 1, .most = 50};
  while (!reader.at_end()) reader.whole(wanted);
  reader.whole(wanted);
  const base::Issues issues = reader.take_issues();
  ASSERT_EQ(issues.size(), 4U);
  EXPECT_EQ(issues[0].code, "bad-number");
  EXPECT_EQ(issues[0].where, (base::Place{"a.txt", 1, "token 2", "two"}));
  EXPECT_EQ(issues[1].code, "number-out-of-range");
  EXPECT_EQ(issues[1].where, (base::Place{"a.txt", 2, "token 2", "99"}));
  EXPECT_NE(issues[1].way_out.find("from 1 to 50"), std::string::npos);
  EXPECT_EQ(issues[2].where, (base::Place{"a.txt", 2, "token 3", "6.5"}));
  EXPECT_EQ(issues[3].code, "ends-early");
  EXPECT_FALSE(reader.going());
}

TEST(TokenReader, EndsAfterTwentyFaults) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "x\n";
  TokenReader reader("a.txt", text);
  int read = 0;
  for (; reader.going() && read < 1000; ++read) reader.whole({.what = "number"});
  EXPECT_EQ(read, 20);
  EXPECT_EQ(reader.take_issues().size(), 20U);
}

TEST(TokenReader, NumbersBeyondSixtyFourBitsAreOutOfRange) {
  TokenReader reader("a.txt", "99999999999999999999 1e3 - 0x10");
  for (int i = 0; i < 4; ++i) reader.whole({.what = "number"});
  const base::Issues issues = reader.take_issues();
  ASSERT_EQ(issues.size(), 4U);
  EXPECT_EQ(issues[0].code, "number-out-of-range");
  EXPECT_EQ(issues[1].code, "bad-number");
}

TEST(TokenReader, DecimalsAreExactMillionths) {
  TokenReader reader("a.txt", "26. 1.5 0.000001 600 -1 0.0000001");
  EXPECT_EQ(reader.millionths("a"), 26'000'000);
  EXPECT_EQ(reader.millionths("b"), 1'500'000);
  EXPECT_EQ(reader.millionths("c"), 1);
  EXPECT_EQ(reader.millionths("d"), 600'000'000);
  EXPECT_FALSE(reader.faulty());
  reader.millionths("e");
  reader.millionths("f");
  EXPECT_EQ(reader.take_issues().size(), 2U);
}

TEST(TokenReader, SeeksPartsAndSkipsTextBeforeNumbers) {
  TokenReader reader("a.txt", "intro\nPART ONE:\nhead er\n----\n  4 5\n# 6\nrest", {.comment = '#'});
  ASSERT_TRUE(reader.seek("PART"));
  reader.skip_line();
  reader.skip_to_numbers();
  EXPECT_EQ(reader.whole({.what = "a"}), 4);
  EXPECT_EQ(reader.whole({.what = "b"}), 5);
  EXPECT_EQ(reader.word("c"), "rest");
  EXPECT_FALSE(reader.seek("PART"));
  EXPECT_FALSE(reader.going());
  ASSERT_EQ(reader.take_issues().size(), 1U);
}

TEST(TokenReader, AnnouncedCountsMustFitIntoTheFile) {
  TokenReader reader("a.txt", "1 2 3");
  EXPECT_TRUE(reader.room_for(3, "numbers"));
  EXPECT_FALSE(reader.room_for(4, "numbers"));
  EXPECT_FALSE(reader.going());
}

}  // namespace
}  // namespace kilter::codec::benchmark
