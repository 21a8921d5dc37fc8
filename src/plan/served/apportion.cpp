#include "plan/served/apportion.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "base/require.hpp"

namespace kilter::plan {

using base::Int128;

void apportion(std::int64_t total, std::span<const Int128> weights, std::vector<std::int64_t>& parts) {
  parts.assign(weights.size(), 0);
  if (weights.size() == 1) {
    parts.front() = total;
    return;
  }
  const Int128 sum = std::accumulate(weights.begin(), weights.end(), Int128{0});
  KILTER_REQUIRE(sum > 0 || weights.empty());
  std::vector<Int128> remainders(weights.size());
  std::int64_t left = total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Int128 product = weights[i] * total;
    parts[i] = static_cast<std::int64_t>(product / sum);
    remainders[i] = product % sum;
    left -= parts[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; left > 0; ++i, --left) ++parts[order[i]];
}

}  // namespace kilter::plan
