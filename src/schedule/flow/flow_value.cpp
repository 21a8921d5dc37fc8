#include "schedule/flow/flow_value.hpp"

#include <algorithm>

namespace kilter::schedule {

std::vector<std::int64_t> completions(const PermutationShop& shop, std::span<const Index> sequence) {
  std::vector<std::int64_t> result(sequence.size() * shop.machine_count);
  for (std::size_t place = 0; place < sequence.size(); ++place) {
    std::int64_t arrives = 0;
    for (Index machine = 0; machine < shop.machine_count; ++machine) {
      std::int64_t free = 0;
      if (place > 0) {
        free = result[(place - 1) * shop.machine_count + machine] +
               shop.setup_of(machine, sequence[place - 1], sequence[place]);
      }
      arrives = std::max(arrives, free) + shop.duration_of(sequence[place], machine);
      result[place * shop.machine_count + machine] = arrives;
    }
  }
  return result;
}

std::int64_t flow_value(const PermutationShop& shop, std::span<const Index> sequence) {
  if (sequence.empty() || shop.machine_count == 0) return 0;
  const std::vector<std::int64_t> ends = completions(shop, sequence);
  if (shop.due.empty()) return ends.back();
  std::int64_t late = 0;
  for (std::size_t place = 0; place < sequence.size(); ++place) {
    late += std::max<std::int64_t>(0, ends[(place + 1) * shop.machine_count - 1] - shop.due[sequence[place]]);
  }
  return late;
}

}  // namespace kilter::schedule
