#include "base/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>

namespace kilter::base {
namespace {

TEST(Random, IsThePublishedGenerator) {
  // xoshiro256** on the state that splitmix64 makes of 1234567, computed apart.
  Random random(1234567);
  EXPECT_EQ(random.next(), 3504822795582309479U);
  EXPECT_EQ(random.next(), 1819558768956484042U);
  EXPECT_EQ(random.next(), 1250851346055027673U);
  EXPECT_EQ(random.next(), 16940231675099994102U);
}

TEST(Random, SameSeedSameSequence) {
  Random a(5);
  Random b(5);
  Random other(6);
  bool differs = false;
  for (int i = 0; i < 100; ++i) {
    const std::uint64_t value = a.next();
    ASSERT_EQ(value, b.next());
    differs |= value != other.next();
  }
  EXPECT_TRUE(differs);
}

TEST(Random, StaysInsideItsBoundsAndReachesThem) {
  Random random(1);
  std::array<int, 6> counts{};
  for (int i = 0; i < 6'000; ++i) {
    const std::int64_t value = random.between(-2, 3);
    ASSERT_TRUE(value >= -2 && value <= 3);
    ++counts.at(static_cast<std::size_t>(value + 2));
    const double unit = random.unit();
    ASSERT_TRUE(unit >= 0 && unit < 1);
  }
  for (const int count : counts) EXPECT_NEAR(count, 1'000, 200);
}

}  // namespace
}  // namespace kilter::base
