#include "money/lines/split.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace kilter::money {
namespace {

using base::Int128;
using base::Money;

TEST(Split, GivesTheLeftoverCentToTheLargestRemainder) {
  const std::vector<Int128> weights{1, 5};
  std::vector<Money> parts;
  split(Money::minor(10), weights, parts);  // 1.67 and 8.33
  EXPECT_EQ(parts[0], Money::minor(2));
  EXPECT_EQ(parts[1], Money::minor(8));
}

TEST(Split, SumsToTheTotalAndStaysWithinACentOfTheExactShare) {
  base::Random random(1);
  std::vector<Money> parts;
  for (int round = 0; round < 2'000; ++round) {
    std::vector<Int128> weights;
    Int128 sum = 0;
    for (std::int64_t i = random.between(1, 9); i > 0; --i) {
      weights.push_back(static_cast<Int128>(random.between(1, 1'000'000)) * random.between(1, 1'000'000'000));
      sum += weights.back();
    }
    const Money total = Money::minor(random.between(0, 1'000'000'000));
    split(total, weights, parts);
    Money back;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      back += parts[i];
      const Int128 off = parts[i].raw() * sum - weights[i] * total.raw();
      EXPECT_TRUE(off < sum && -off < sum);
    }
    EXPECT_EQ(back, total);
  }
}

}  // namespace
}  // namespace kilter::money
