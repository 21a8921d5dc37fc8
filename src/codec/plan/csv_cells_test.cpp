#include "codec/plan/csv_cells.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "codec/text/csv.hpp"

namespace kilter::codec {
namespace {

const time::Instant kMonday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(5);

template <class Write>
std::string row(Write write) {
  const time::CivilText civil = time::CivilText::in_zone(time::Frame(kMonday), "Europe/Vienna").value();
  MemoryFolder folder;
  folder.begin("t");
  CsvCells cells(folder, civil);
  write(cells);
  cells.end_row();
  cells.finish();
  return std::string(folder.content("t"));
}

TEST(CsvCells, NumbersAreExactAndWithoutNeedlessZeros) {
  EXPECT_EQ(row([](CsvCells& cells) {
              cells.quantity(base::Quantity::units(40));
              cells.quantity(base::Quantity::micros(1'500'000));
              cells.money(base::Money::minor(-5));
              cells.money(base::Money::minor(123'400));
              cells.price(base::UnitPrice::micros(12'345'600));
              cells.price(base::UnitPrice::micros(12'000'000));
              cells.integer(std::numeric_limits<std::int64_t>::min());
            }),
            "40,1.5,-0.05,1234.00,12.3456,12.00,-9223372036854775808\n");
}

TEST(CsvCells, MomentsAreLocalWithOffset) {
  EXPECT_EQ(row([](CsvCells& cells) {
              cells.moment(0);
              cells.moment_or_empty(time::kNever, time::kNever);
              cells.moment_or_empty(time::kNever, time::kLongAgo);
              cells.moment_or_empty(time::kLongAgo, time::kNever);
            }),
            "2026-11-23T06:00:00+01:00,,never,long ago\n");
}

TEST(CsvCells, TextThatASpreadsheetWouldRunIsGuarded) {
  EXPECT_EQ(row([](CsvCells& cells) {
              cells.text("=HYPERLINK(\"http://x\")");
              cells.text("+1");
              cells.text("-1");
              cells.text("@a");
              cells.text("a=b");
            }),
            "\"'=HYPERLINK(\"\"http://x\"\")\",'+1,'-1,'@a,a=b\n");
}

TEST(CsvCells, NamesOfPartsOfAPlan) {
  EXPECT_EQ(row([](CsvCells& cells) {
              cells.id({"P-", 12});
              cells.id({"=WO, 7", 0});
              cells.operation({{"P-", 12}, "10"});
              cells.operation({{"P-", 12}, "cut, bend"});
            }),
            "P-12,\"'=WO, 7\",P-12/10,\"P-12/cut, bend\"\n");
}

TEST(CsvCells, WhatIsWrittenReadsBack) {
  const std::vector<std::string> nasty{"",  " a",   "a ",  "\t", "a,b", "say \"x\"",          "two\nlines", "\r",
                                       "'", "''=1", "'=1", "=1", "-",   "ü€\xF0\x9F\x9A\xB2", "a'b"};
  const std::string written = row([&](CsvCells& cells) {
    for (const std::string& text : nasty) cells.text(text);
  });
  text::CsvReader reader(written);
  ASSERT_TRUE(reader.next());
  ASSERT_EQ(reader.cells().size(), nasty.size());
  for (std::size_t i = 0; i < nasty.size(); ++i) EXPECT_EQ(text::unguarded(reader.cells()[i]), nasty[i]) << i;
}

TEST(CsvCells, RowsLongerThanTheBufferArriveWhole) {
  const std::string big(3'000'000, 'x');
  EXPECT_EQ(row([&](CsvCells& cells) {
              cells.text("a");
              cells.text(big);
              cells.text("b");
            }),
            "a," + big + ",b\n");
}

}  // namespace
}  // namespace kilter::codec
