#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "codec/benchmark/solution/verify.hpp"

namespace kilter::codec::benchmark {
namespace {

// The same shop without the rule of one permutation: a job shop whose jobs all visit machine 0, 1, 2, ...
ShopInstance as_shop(const schedule::PermutationShop& flow) {
  ShopInstance shop;
  shop.machine_count = flow.machine_count;
  shop.job_count = flow.job_count;
  for (Index job = 0; job < flow.job_count; ++job) {
    for (Index machine = 0; machine < flow.machine_count; ++machine) {
      const Index op = shop.operation_count();
      if (machine > 0) shop.precedences.push_back({.before = op - 1, .after = op});
      shop.job.push_back(job);
      shop.number.push_back(machine);
      shop.mode_begin.push_back(op);
      shop.modes.push_back({.first_machine = machine, .duration = flow.duration_of(job, machine)});
      if (!flow.setup.empty()) shop.family.push_back(job);
    }
  }
  shop.mode_begin.push_back(shop.operation_count());
  shop.family_count = flow.job_count;
  shop.setups = flow.setup;
  shop.due = flow.due;
  shop.weight.assign(flow.due.size(), 1);
  return shop;
}

using Span = std::pair<std::int64_t, std::int64_t>;

// Once every operation has its row: the jobs in the order of their times, machine by machine, must never overtake.
void check_permutation(const schedule::PermutationShop& flow, const std::vector<ShopRow>& rows, Verdict& verdict) {
  std::vector<std::vector<Span>> spans(flow.job_count, std::vector<Span>(flow.machine_count));
  for (const ShopRow& row : rows) {
    spans[static_cast<std::size_t>(row.job)][static_cast<std::size_t>(row.operation)] = {row.start, row.end};
  }
  std::vector<Index> order(flow.job_count);
  for (Index job = 0; job < flow.job_count; ++job) order[job] = job;
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return spans[a] < spans[b]; });
  for (std::size_t i = 1; i < order.size(); ++i) {
    for (Index machine = 1; machine < flow.machine_count; ++machine) {
      if (spans[order[i - 1]][machine] <= spans[order[i]][machine]) continue;
      verdict.violations.push_back(fmt::format("machine {}: job {} overtakes job {}, which is before it elsewhere",
                                               machine, order[i], order[i - 1]));
    }
  }
}

}  // namespace

Verdict verify_flow(const schedule::PermutationShop& flow, const std::vector<ShopRow>& rows) {
  Verdict verdict = verify_shop(as_shop(flow), rows);
  if (verdict.violations.empty()) check_permutation(flow, rows, verdict);
  return verdict;
}

}  // namespace kilter::codec::benchmark
