#include "schedule/flow/neh.hpp"

#include <algorithm>
#include <numeric>

namespace kilter::schedule {

Permutation neh(const PermutationShop& shop) {
  std::vector<std::int64_t> key(shop.job_count, 0);  // ascending
  for (Index job = 0; job < shop.job_count; ++job) {
    if (!shop.due.empty()) {
      key[job] = shop.due[job];
      continue;
    }
    for (Index machine = 0; machine < shop.machine_count; ++machine) key[job] -= shop.duration_of(job, machine);
  }
  std::vector<Index> order(shop.job_count);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return key[a] < key[b]; });
  const std::unique_ptr<Insertion> insertion = insertion_for(shop);
  Permutation result;
  for (const Index job : order) {
    const Place place = insertion->best(result.jobs, job);
    result.jobs.insert(result.jobs.begin() + static_cast<std::ptrdiff_t>(place.at), job);
    result.value = place.value;
  }
  return result;
}

}  // namespace kilter::schedule
