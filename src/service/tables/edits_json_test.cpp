#include "service/tables/edits_json.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace kilter::service {
namespace {

TEST(EditsJson, LooksAsTheHeaderSays) {
  const std::vector<RowEdit> edits{
      {.change = RowChange::add, .table = "orders.csv", .cells = {{"id", "SO-200"}, {"note", "<b> \"x\"\n\x01 größe"}}},
      {.table = "orders.csv", .row = 7, .cells = {{"quantity", "12"}}},
      {.change = RowChange::remove, .table = "absences.csv", .row = 2},
      {.change = RowChange::restore, .table = "absences.csv", .row = 4'000'000'000, .cells = {{"person", "p07"}}}};
  const std::string json = edits_json(edits);
  EXPECT_EQ(json.substr(0, 80), R"([{"change":"add","table":"orders.csv","cells":{"id":"SO-200","note":"\u003cb\u00)");
  EXPECT_EQ(read_edits(json).value(), edits);
  EXPECT_EQ(edits_json({}), "[]");
  EXPECT_TRUE(read_edits("[]").value().empty());
}

TEST(EditsJson, EveryFaultIsNamed) {
  const auto failed = read_edits(R"([
    {"change":"alter","row":1},
    {"change":"add","table":"orders.csv","row":3,"cells":["id"]},
    {"change":"remove","table":"orders.csv","row":0,"cells":{"id":"A"}},
    {"change":"change","table":"orders.csv","row":4294967296,"cells":{"quantity":12}},
    7
  ])");
  ASSERT_FALSE(failed.ok());
  std::vector<std::string> found;
  for (const base::Issue& issue : failed.error()) {
    found.push_back(std::to_string(issue.where.row) + " " + issue.where.column);
    EXPECT_EQ(issue.code, "bad-edit");
    EXPECT_FALSE(issue.way_out.empty());
  }
  EXPECT_EQ(found, (std::vector<std::string>{"1 table", "1 change", "2 row", "2 cells", "3 row", "3 cells", "4 row",
                                             "4 cells/quantity", "5 table", "5 change", "5 row"}));
}

TEST(EditsJson, WhatIsNoListIsRefused) {
  for (const char* json : {"", "{}", "7", "[", "[{\"table\":\"a\"", "null", "[1]]"}) {
    EXPECT_FALSE(read_edits(json).ok()) << json;
  }
}

TEST(EditsJson, BrokenTextNeverCrashes) {
  const std::string good = R"([{"change":"change","table":"orders.csv","row":7,"cells":{"quantity":"12"}}])";
  base::Random random(3);
  int read = 0;
  for (int i = 0; i < 3'000; ++i) {
    std::string broken = good;
    for (std::uint32_t left = 1 + random.below(3); left > 0; --left) {
      broken[random.below(static_cast<std::uint32_t>(broken.size()))] = static_cast<char>(random.below(256));
    }
    read += read_edits(broken).ok() ? 1 : 0;
  }
  EXPECT_GT(read, 50);  // another letter in a text is fine
  EXPECT_LT(read, 2'900);
}

}  // namespace
}  // namespace kilter::service
