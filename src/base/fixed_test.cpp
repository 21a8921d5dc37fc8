#include "base/fixed.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <type_traits>

#include "base/random.hpp"

namespace kilter::base {
namespace {

template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept Comparable = requires(A a, B b) {
  a < b;
};

// Unit mistakes do not compile.
static_assert(Addable<Money, Money> && !Addable<Money, Quantity> && !Addable<Quantity, Ratio>);
static_assert(Comparable<Money, Money> && !Comparable<Money, UnitPrice> && !Comparable<Quantity, std::int64_t>);
static_assert(!std::is_convertible_v<std::int64_t, Money> && !std::is_constructible_v<Money, std::int64_t>);
static_assert(!std::is_convertible_v<Money, std::int64_t> && !std::is_constructible_v<Quantity, Money>);

TEST(Fixed, PriceTimesQuantityRoundsHalfAwayFromZero) {
  EXPECT_EQ(UnitPrice::micros(12'345'000).times(Quantity::units(40)), Money::minor(49'380));
  EXPECT_EQ(UnitPrice::micros(5'000).times(Quantity::units(1)), Money::minor(1));  // 0.005
  EXPECT_EQ(UnitPrice::micros(4'999).times(Quantity::units(1)), Money::minor(0));
  EXPECT_EQ(UnitPrice::micros(-5'000).times(Quantity::units(1)), Money::minor(-1));
}

TEST(Fixed, RateTimesSeconds) {
  EXPECT_EQ(HourlyRate::micros(36'000'000).times_seconds(1), Money::minor(1));
  EXPECT_EQ(HourlyRate::micros(30'000'000).times_seconds(2 * 3600 + 1800), Money::minor(7'500));
}

TEST(Fixed, NeedsAreRoundedUpToTheNextMillionth) {
  EXPECT_EQ(Quantity::units(10).divided_ceil(Ratio::micros(300'000)), Quantity::micros(33'333'334));
  EXPECT_EQ(Quantity::units(10).times_ceil(Ratio::micros(333'333)), Quantity::micros(3'333'330));
  EXPECT_EQ(Quantity::micros(1).times_ceil(Ratio::micros(1)), Quantity::micros(1));
  EXPECT_EQ(Quantity::micros(1).times_floor(Ratio::micros(999'999)), Quantity::zero());
  EXPECT_EQ(Quantity::units(3).times_ceil(Quantity::micros(2'500'000)), Quantity::micros(7'500'000));
}

TEST(Fixed, MultiplesRoundUp) {
  EXPECT_EQ(Quantity::units(41).round_up_to(Quantity::units(20)), Quantity::units(60));
  EXPECT_EQ(Quantity::units(40).round_up_to(Quantity::units(20)), Quantity::units(40));
  EXPECT_EQ(Quantity::zero().round_up_to(Quantity::units(20)), Quantity::zero());
}

TEST(Fixed, FloorRoundAndCeilBracketTheProduct) {
  Random random(1);
  for (int i = 0; i < 10'000; ++i) {
    const std::int64_t a = random.between(-1'000'000'000, 1'000'000'000);
    const std::int64_t b = random.between(-1'000'000'000, 1'000'000'000);
    const std::int64_t c = random.between(1, 2'000'000'000);
    const Int128 product = static_cast<Int128>(a) * b;
    const std::int64_t floor = mul_div_floor(a, b, c);
    ASSERT_TRUE(static_cast<Int128>(floor) * c <= product && product < (static_cast<Int128>(floor) + 1) * c);
    ASSERT_EQ(mul_div_ceil(a, b, c), product % c == 0 ? floor : floor + 1);
    const std::int64_t round = mul_div_round(a, b, c);
    ASSERT_TRUE(round == floor || round == floor + 1);
    const Int128 distance = 2 * (product - static_cast<Int128>(round) * c);
    ASSERT_TRUE(-c <= distance && distance <= c) << a << " * " << b << " / " << c;
  }
}

TEST(Fixed, ProductsBeyond64BitsStayExact) {
  constexpr std::int64_t kLarge = 4'000'000'000'000'000'000;
  EXPECT_EQ(mul_div_floor(kLarge, 3, 6), kLarge / 2);
  EXPECT_EQ(mul_div_round(kLarge, kMicro, kMicro), kLarge);
}

TEST(Fixed, WhatDoesNotFitIsNotWrappedAround) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(mul_div_floor(kMost, 3, 3), kMost);
  EXPECT_EQ(mul_div_ceil(-kMost - 1, 3, 3), -kMost - 1);
  EXPECT_FALSE(fits(wide_mul_div_ceil(kMost, 3, 2)));
  EXPECT_EQ(saturated(wide_mul_div_round(kMost, 3, 2)), kMost);
  EXPECT_EQ(saturated(wide_mul_div_floor(kMost, -3, 2)), -kMost - 1);
  EXPECT_EQ(saturated(-7), -7);
  EXPECT_DEATH(mul_div_floor(kMost, 2, 1), "broken invariant");
  EXPECT_DEATH(mul_div_ceil(kMost, 2, 1), "broken invariant");
  EXPECT_DEATH(mul_div_round(kMost, -2, 1), "broken invariant");
  EXPECT_DEATH(static_cast<void>(Quantity::micros(kMost).round_up_to(Quantity::units(7))), "broken invariant");
}

}  // namespace
}  // namespace kilter::base
