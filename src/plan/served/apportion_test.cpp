#include "plan/served/apportion.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace kilter::plan {
namespace {

using base::Int128;

TEST(Apportion, GivesWhatIsLeftToTheLargestRemainder) {
  const std::vector<Int128> weights{1, 5};
  std::vector<std::int64_t> parts;
  apportion(10, weights, parts);  // 1.67 and 8.33
  EXPECT_EQ(parts[0], 2);
  EXPECT_EQ(parts[1], 8);
}

TEST(Apportion, SumsToTheTotalAndStaysWithinOneOfTheExactShare) {
  base::Random random(1);
  std::vector<std::int64_t> parts;
  for (int round = 0; round < 2'000; ++round) {
    std::vector<Int128> weights;
    Int128 sum = 0;
    for (std::int64_t i = random.between(1, 9); i > 0; --i) {
      weights.push_back(static_cast<Int128>(random.between(1, 1'000'000)) * random.between(1, 1'000'000'000));
      sum += weights.back();
    }
    const std::int64_t total = random.between(0, 1'000'000'000);
    apportion(total, weights, parts);
    std::int64_t back = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      back += parts[i];
      const Int128 off = parts[i] * sum - weights[i] * total;
      EXPECT_TRUE(off < sum && -off < sum);
    }
    EXPECT_EQ(back, total);
  }
}

}  // namespace
}  // namespace kilter::plan
