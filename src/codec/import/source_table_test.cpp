#include "codec/import/source_table.hpp"

#include <gtest/gtest.h>

#include <deque>

#include "codec/import/source_values.hpp"

namespace kilter::codec {
namespace {

using namespace std::chrono_literals;

struct Reader {
  base::Issues issues;
  std::deque<std::deque<std::string>> kept;
  SourceTable read(std::string_view bytes, const SourceLayout& layout = {}) {
    return SourceTable::read("t.csv", bytes, layout,
                             {issues, [this](std::deque<std::string> cells) { kept.push_back(std::move(cells)); }});
  }
};

TEST(SourceTable, QuotedCellsMayHoldSeparatorsQuotesAndLineBreaks) {
  Reader reader;
  const SourceTable table = reader.read("name,Unit Price\r\n\"a, \"\"b\"\"\",1\n\"two\nlines\",2\nplain,3");
  ASSERT_EQ(table.size(), 3U);
  EXPECT_EQ(table[0].text("name"), "a, \"b\"");
  EXPECT_EQ(table[1].text("name"), "two\nlines");
  EXPECT_EQ(table[2].text("unitprice"), "3");
  EXPECT_EQ(table[2].number(), 4U) << "rows as a spreadsheet counts them";
  EXPECT_TRUE(reader.issues.empty());
}

TEST(SourceTable, ShortRowsAreFilledBlankLinesSkippedLongRowsNamed) {
  Reader reader;
  const SourceTable table = reader.read("a,b\n1\n\n1,2,3\n4,5\n");
  ASSERT_EQ(table.size(), 2U);
  EXPECT_EQ(table[0].text("b"), "");
  EXPECT_EQ(table[1].text("b"), "5");
  ASSERT_EQ(reader.issues.size(), 1U);
  EXPECT_EQ(reader.issues[0].code, "import-row-too-long");
  EXPECT_EQ(reader.issues[0].where.row, 4U);
}

TEST(SourceTable, ColumnsNobodyAskedForAreKnown) {
  Reader reader;
  const SourceTable table = reader.read(
      "\xEF\xBB\xBF"
      "a,b,c\n1,2,3\n");
  EXPECT_EQ(table[0].text("a"), "1");
  EXPECT_FALSE(table.has_column("d"));
  EXPECT_EQ(table.unread_columns(), (std::vector<std::string_view>{"b", "c"}));
}

TEST(SourceTable, GarbageIsAnIssueNotACrash) {
  Reader reader;
  EXPECT_EQ(reader.read(std::string_view("a\0b", 3)).size(), 0U);
  EXPECT_EQ(reader.read("a\n\"never closed").size(), 0U);
  EXPECT_EQ(reader.read("").size(), 0U);
  EXPECT_EQ(reader.read(std::string(2000, ',')).size(), 0U);
  ASSERT_EQ(reader.issues.size(), 3U);
  EXPECT_EQ(reader.issues[0].code, "import-binary-file");
  EXPECT_EQ(reader.issues[1].code, "import-unclosed-quote");
  EXPECT_EQ(reader.issues[2].code, "import-too-many-cells");
}

TEST(SourceTable, WithoutAHeaderLineColumnsGoByPosition) {
  Reader reader;
  const SourceTable table = reader.read("1\tAdjustable Race\tEA \n2\t\"\tM\n",
                                        {.quotes = false, .separator = '\t', .columns = {"id", "name", "unit"}});
  ASSERT_EQ(table.size(), 2U);
  EXPECT_EQ(table[0].text("unit"), "EA");
  EXPECT_EQ(table[1].text("name"), "\"");
  EXPECT_EQ(table[1].number(), 2U);
}

TEST(SourceValues, NumbersAreExact) {
  EXPECT_EQ(read_micros("12.345678"), 12'345'678);
  EXPECT_EQ(read_micros("-.5"), -500'000);
  EXPECT_EQ(read_micros("1e-3"), 1'000);
  EXPECT_EQ(read_micros("2.5E2"), 250'000'000);
  EXPECT_EQ(read_micros("0.0000005"), 1) << "half away from zero";
  EXPECT_EQ(read_micros("-0.0000005"), -1);
  EXPECT_EQ(read_micros("0.00000049999"), 0);
  for (const char* bad : {"", "-", ".", "1,5", "1.2.3", "0x10", "1e", "1e99", "nan", "10000000001", "12 3"}) {
    EXPECT_FALSE(read_micros(bad).has_value()) << bad;
  }
}

TEST(SourceValues, DatesDurationsAndTimesOfDay) {
  const time::Instant day{std::chrono::sys_days(std::chrono::year(2027) / 1 / 4)};
  EXPECT_EQ(read_instant("2027-01-04"), day);
  EXPECT_EQ(read_instant("2027-01-04 23:30:05"), day + 23h + 30min + 5s);
  EXPECT_EQ(read_instant("2027-01-04T23:30:05.827000000"), day + 23h + 30min + 5s);
  for (const char* bad :
       {"2027-02-30", "2027-1-4", "04.01.2027", "2027-01-04 25:00:00", "2027-01-04 12:", "2027-01-04x"}) {
    EXPECT_FALSE(read_instant(bad).has_value()) << bad;
  }
  EXPECT_EQ(read_seconds("86400"), 24h);
  EXPECT_EQ(read_seconds("0.5"), 1s) << "rounded up";
  EXPECT_EQ(read_seconds("1 02:30:00"), 26h + 30min);
  EXPECT_EQ(read_seconds("30:00"), 30h);
  EXPECT_FALSE(read_seconds("1 day").has_value());
  EXPECT_EQ(read_time_of_day("07:00:00.0000000"), 7 * 3600);
  EXPECT_EQ(read_time_of_day("24:00:00"), 86'400);
  EXPECT_FALSE(read_time_of_day("24:00:01").has_value());
  EXPECT_EQ(read_truth("TRUE"), true);
  EXPECT_EQ(read_truth("0"), false);
  EXPECT_FALSE(read_truth("2").has_value());
}

}  // namespace
}  // namespace kilter::codec
