#include "check/report.hpp"

#include <gtest/gtest.h>

namespace kilter::check {
namespace {

TEST(Report, KeepsTheFirstOfEachRuleAndCountsTheRest) {
  Report report;
  for (int i = 0; i < 1'000; ++i) report.add("unit-overlap", [i] { return std::to_string(i); });
  report.add("peg-item", [] { return std::string("once"); });
  const std::vector<Violation> violations = std::move(report).take();
  ASSERT_EQ(violations.size(), Report::kPerRule + 2);
  EXPECT_EQ(violations.front(), (Violation{"unit-overlap", "0"}));
  EXPECT_EQ(violations[Report::kPerRule], (Violation{"peg-item", "once"}));
  EXPECT_EQ(violations.back(), (Violation{"unit-overlap", "and 800 more of this rule"}));
}

}  // namespace
}  // namespace kilter::check
