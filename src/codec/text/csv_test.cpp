#include "codec/text/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kilter::codec::text {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view bytes) {
  Rows rows;
  CsvReader reader(bytes);
  while (reader.next()) {
    auto& row = rows.emplace_back();
    for (const std::string_view cell : reader.cells()) row.emplace_back(cell);
  }
  EXPECT_EQ(reader.fault(), nullptr) << bytes << ": " << (reader.fault() != nullptr ? reader.fault()->message : "");
  return rows;
}

TEST(Csv, PlainCells) {
  EXPECT_EQ(rows_of("a,b\n1,2\n"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(rows_of("a,b\r\n1,2"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(rows_of("a,b\r1,2\r"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(rows_of("a,\n,b\n,\n"), (Rows{{"a", ""}, {"", "b"}, {"", ""}}));
  EXPECT_EQ(rows_of("a,"), (Rows{{"a", ""}}));
  EXPECT_EQ(rows_of(""), Rows{});
  EXPECT_EQ(rows_of("\n\n"), Rows{});
}

TEST(Csv, BlanksAroundCellsAndByteOrderMark) {
  EXPECT_EQ(rows_of(" a ,\tb\t\n  , x y \n"), (Rows{{"a", "b"}, {"", "x y"}}));
  EXPECT_EQ(rows_of("\xEF\xBB\xBFid\n1\n"), (Rows{{"id"}, {"1"}}));
}

TEST(Csv, QuotedCells) {
  EXPECT_EQ(rows_of(R"("a,b","say ""yes""","")"), (Rows{{"a,b", "say \"yes\"", ""}}));
  EXPECT_EQ(rows_of("\"two\nlines\",x\n"), (Rows{{"two\nlines", "x"}}));
  EXPECT_EQ(rows_of("  \" kept \"  ,x"), (Rows{{" kept ", "x"}}));
  EXPECT_EQ(rows_of("rim 27.5\",x"), (Rows{{"rim 27.5\"", "x"}})) << "a quote inside an unquoted cell";
}

TEST(Csv, CountsRowsWithBlankOnes) {
  CsvReader reader("a\n\n\"x\ny\"\nb\n");
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.row(), 1U);
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.row(), 3U);
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.row(), 4U);
  EXPECT_FALSE(reader.next());
}

std::string fault_of(std::string_view bytes) {
  CsvReader reader(bytes);
  while (reader.next()) {
  }
  return reader.fault() == nullptr ? "" : reader.fault()->code;
}

TEST(Csv, Faults) {
  EXPECT_EQ(fault_of("a,\"b\n1,2\n"), "unclosed-quote");
  EXPECT_EQ(fault_of("a,\"b\"c\n"), "text-after-quote");
  EXPECT_EQ(fault_of("a\n" + std::string(kLongestCell, 'x')), "");
  EXPECT_EQ(fault_of("a\n" + std::string(kLongestCell + 1, 'x')), "cell-too-long");
  EXPECT_EQ(fault_of("a\n" + std::string(kLongestCell + 1, ' ')), "cell-too-long");
  EXPECT_EQ(fault_of("a\n\"" + std::string(2 * kLongestCell, 'x') + "\"\n"), "cell-too-long");
  EXPECT_EQ(fault_of(std::string(kMostCells, ',')), "too-many-cells");
  EXPECT_EQ(fault_of(std::string("a\nb\0c\n", 6)), "binary-file");
  EXPECT_EQ(fault_of("a\nb\x01\n"), "binary-file");
  EXPECT_EQ(fault_of("a\nM\xFCnchen\n"), "wrong-encoding");
  EXPECT_EQ(fault_of("a\n" + std::string(kLongestCell + 1, '\0')), "binary-file") << "not merely a long cell";
}

TEST(Csv, NamesTheRowOfAFault) {
  CsvReader reader("a\nb\nc\xFF\nd\n");
  while (reader.next()) {
  }
  EXPECT_EQ(reader.row(), 3U);
}

// A character across the border of two chunks of the encoding check is whole.
TEST(Csv, ChecksTheEncodingAcrossChunks) {
  for (std::size_t length = 65'520; length < 65'560; ++length) {
    std::string text;
    while (text.size() < length) text += std::string(99, 'x') + "\n";
    text.resize(length);
    text += "\xF0\x9F\x9A\xB2\nend\n";
    EXPECT_EQ(fault_of(text), "") << length;
  }
}

// Slow twin: a machine of four states, byte by byte, for text without blanks and control characters.
Rows twin(std::string_view bytes) {
  Rows rows;
  std::vector<std::string> row;
  std::string cell;
  bool quoted = false;
  bool was_quoted = false;
  const auto end_row = [&] {
    row.push_back(cell);
    const bool blank = row.size() == 1 && cell.empty();
    if (!blank) rows.push_back(row);
    row.clear();
    cell.clear();
    was_quoted = false;
  };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    const bool doubled = c == '"' && bytes.substr(i + 1, 1) == "\"";
    if (quoted && c == '"' && !doubled) {
      quoted = false;
    } else if (quoted) {
      cell += c;
      i += doubled ? 1 : 0;
    } else if (c == '"' && cell.empty() && !was_quoted) {
      quoted = was_quoted = true;
    } else if (c == ',') {
      row.push_back(cell);
      cell.clear();
      was_quoted = false;
    } else if (c == '\n') {
      end_row();
    } else {
      cell += c;
    }
  }
  if (!bytes.empty() && bytes.back() != '\n') end_row();
  return rows;
}

RC_GTEST_PROP(CsvProperty, WhatIsWrittenReadsBackByBothReaders, ()) {
  const auto letter = rc::gen::element('a', 'b', ',', '"', '\n', '=', '-', '\'', ';');
  const auto cell = rc::gen::container<std::string>(letter);
  const auto rows = *rc::gen::nonEmpty(
      rc::gen::container<Rows>(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(cell))));
  std::string text;
  Rows expected;
  for (const auto& row : rows) {
    if (row.size() == 1 && row.front().empty()) continue;  // a blank line
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      append_cell(text, row[i]);
    }
    text += '\n';
    expected.push_back(row);
  }
  RC_ASSERT(rows_of(text) == expected);
  RC_ASSERT(twin(text) == expected);
}

RC_GTEST_PROP(CsvProperty, GuardedTextIsTakenBack, ()) {
  const auto letter = rc::gen::element('a', '=', '+', '-', '@', '\'', ' ');
  const auto text = *rc::gen::container<std::string>(letter);
  std::string line;
  append_text_cell(line, text);
  RC_ASSERT(line.empty() || (line.front() != '=' && line.front() != '+' && line.front() != '@' && line.front() != '-'));
  const Rows rows = rows_of(line + ",end");
  RC_ASSERT(unguarded(rows.front().front()) == text);
}

}  // namespace
}  // namespace kilter::codec::text
