#include "base/result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "base/require.hpp"

namespace kilter::base {
namespace {

TEST(Result, HoldsAValueOrWhatIsWrong) {
  const Result<int> good = 3;
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(good.value(), 3);
  const auto bad = Result<int, std::string>::failure("no");
  EXPECT_FALSE(bad.ok());
  EXPECT_EQ(bad.error(), "no");
}

TEST(Result, ValueAndErrorMayBeOfOneType) {
  EXPECT_FALSE((Result<std::string, std::string>::failure("no").ok()));
  EXPECT_TRUE((Result<std::string, std::string>("yes").ok()));
}

TEST(Result, GivesUpWhatItHolds) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
  const std::unique_ptr<int> value = std::move(result).value();
  EXPECT_EQ(*value, 5);
}

TEST(RequireDeathTest, ABrokenInvariantNamesItself) {
  EXPECT_DEATH(KILTER_REQUIRE(1 + 1 == 3), "broken invariant: 1 \\+ 1 == 3 .*result_test");
}

}  // namespace
}  // namespace kilter::base
