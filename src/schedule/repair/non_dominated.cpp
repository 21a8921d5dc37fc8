#include <algorithm>
#include <array>

#include "schedule/repair/repair.hpp"

namespace kilter::schedule {
namespace {

using Measures = std::array<Cost, 3>;

Measures measures(const Repair& repair) {
  const Score& score = repair.schedule.score;
  return {repair.change.weight, score.tardiness, score.total() - score.tardiness};
}

// As good in everything, and better in something or earlier in the list.
bool beats(const Repair& a, const Repair& b, bool earlier) {
  const std::int64_t left = a.schedule.score.unplaced - b.schedule.score.unplaced;
  if (left != 0) return left < 0;
  const Measures mine = measures(a);
  const Measures other = measures(b);
  for (std::size_t i = 0; i < mine.size(); ++i) {
    if (mine[i] > other[i]) return false;
  }
  return earlier || mine != other;
}

}  // namespace

std::vector<Repair> non_dominated(std::vector<Repair> tried) {
  std::vector<Repair> left;
  for (std::size_t i = 0; i < tried.size(); ++i) {
    bool is_beaten = false;
    for (std::size_t k = 0; k < tried.size(); ++k)
      is_beaten = is_beaten || (k != i && beats(tried[k], tried[i], k < i));
    if (!is_beaten) left.push_back(tried[i]);
  }
  std::stable_sort(left.begin(), left.end(),
                   [](const Repair& a, const Repair& b) { return a.change.weight < b.change.weight; });
  return left;
}

std::vector<Repair> repair(const Problem& changed, const Solution& published, const RepairOptions& options) {
  return non_dominated(try_repairs(changed, published, options));
}

}  // namespace kilter::schedule
