#include "schedule/bounds/assignment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/random.hpp"

namespace kilter::schedule {
namespace {

std::int64_t by_trying_everything(const std::vector<std::int64_t>& cost, std::size_t rows) {
  std::vector<std::size_t> column(rows);
  std::iota(column.begin(), column.end(), 0U);
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  do {
    std::int64_t sum = 0;
    for (std::size_t row = 0; row < rows; ++row) sum += cost[row * rows + column[row]];
    least = std::min(least, sum);
  } while (std::next_permutation(column.begin(), column.end()));
  return least;
}

TEST(Assignment, IsTheLeastOfAll) {
  base::Random random(3);
  for (int round = 0; round < 500; ++round) {
    const auto rows = static_cast<std::size_t>(random.between(1, 6));
    std::vector<std::int64_t> cost(rows * rows);
    for (std::int64_t& c : cost) c = random.chance(0.1) ? kForbidden : random.between(-20, 40);
    EXPECT_EQ(least_assignment(cost, rows), by_trying_everything(cost, rows)) << "round " << round;
  }
}

}  // namespace
}  // namespace kilter::schedule
