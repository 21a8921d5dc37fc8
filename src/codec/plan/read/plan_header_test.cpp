#include "codec/plan/read/plan_header.hpp"

#include <gtest/gtest.h>

#include <string>

#include "codec/plan/plan_json.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

// A plan.json in which every part costs `amount`.
std::string header(const std::string& amount) {
  std::string parts;
  for (const std::string_view word : kilter::plan::words_of(kilter::plan::CostKind())) {
    parts += (parts.empty() ? "\"" : ", \"") + std::string(word) + "\": " + amount + " ";
  }
  return R"({"format": )" + std::to_string(kPlanFormat) +
         R"(, "kilter": "1", "made": {"seconds": 1, "steps": 0, "seed": "18446744073709551615", "threads": 2},)"
         R"( "unplanned": 0, "violations": 0, "objective": {"parts": {)" +
         parts + "}}}";
}

TEST(PlanHeader, ReadsMoneyToTheCent) {
  for (const auto& [text, cents] : {std::pair<std::string, std::int64_t>{"0.00", 0},
                                    {"-12.34", -1'234},
                                    {"0.07", 7},
                                    {"90000000000000.01", 9'000'000'000'000'001}}) {
    const auto read = read_plan_header(header(text));
    ASSERT_TRUE(read.ok()) << read.error().front().message;
    for (const base::Money part : read.value().objective.parts) EXPECT_EQ(part.raw(), cents) << text;
    EXPECT_EQ(read.value().origin.seed, 18'446'744'073'709'551'615U);
  }
}

TEST(PlanHeader, NamesAmountsThatAreNone) {
  for (const char* text : {"1.005", "\"1\"", "null", "1e3", "99999999999999999999.00"}) {
    const auto read = read_plan_header(header(text));
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_EQ(read.error().front().where.column, "objective/parts/material");
  }
  EXPECT_FALSE(read_plan_header("{").ok());
}

}  // namespace
}  // namespace kilter::codec
