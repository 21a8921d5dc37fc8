#include "base/assertions.hpp"

#include <gtest/gtest.h>

namespace kilter::base {
namespace {

TEST(Assertions, EachLevelHoldsThoseBelowIt) {
  const ScopedAssertions outer(Assertions::thorough);
  EXPECT_TRUE(asserts(Assertions::cheap));
  EXPECT_TRUE(asserts(Assertions::thorough));
  EXPECT_FALSE(asserts(Assertions::twins));
  {
    const ScopedAssertions inner(Assertions::twins);
    EXPECT_TRUE(asserts(Assertions::twins));
  }
  EXPECT_FALSE(asserts(Assertions::twins));
}

TEST(Assertions, AreNamed) {
  EXPECT_EQ(assertions_named("twins"), Assertions::twins);
  EXPECT_EQ(assertions_named("cheap"), Assertions::cheap);
  EXPECT_FALSE(assertions_named("all"));
}

TEST(AssertionsDeathTest, ThePlaceAndTheFirstFaultArePrinted) {
  require_none({}, "search");
  EXPECT_DEATH(require_none({"operation 3: pauses", "operation 4: pauses"}, "search"),
               "search: operation 3: pauses \\(2 in all\\)");
}

}  // namespace
}  // namespace kilter::base
