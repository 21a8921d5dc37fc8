#include "schedule/lots/discrete/lot_bound.hpp"

#include <algorithm>
#include <queue>

#include "schedule/lots/discrete/count_program.hpp"
#include "schedule/lots/discrete/slot_plan.hpp"

namespace kilter::schedule {
namespace {

constexpr std::size_t kMostItems = 15;
constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max() / 4;

std::int64_t least_stocking(const DiscreteLotSizing& problem) {
  std::priority_queue<std::int64_t> waiting;
  std::int64_t waiting_cost = 0;
  std::int64_t sum = 0;
  for (Index t = problem.period_count; t-- > 0;) {
    sum += waiting_cost;  // what is due later and not made yet lies in stock at the end of this period
    for (Index item = 0; item < problem.item_count; ++item) {
      if (!problem.due_in(item, t)) continue;
      waiting.push(problem.stocking_cost[item]);
      waiting_cost += problem.stocking_cost[item];
    }
    if (waiting.empty()) continue;
    waiting_cost -= waiting.top();
    waiting.pop();
  }
  return sum;
}

class Ways {
 public:
  // Between the items that are due at all, each by the cheapest way, over any items.
  explicit Ways(const DiscreteLotSizing& problem) {
    const Index items = problem.item_count;
    std::vector<std::int64_t> way(problem.changeover);
    for (Index by = 0; by < items; ++by) {
      for (Index from = 0; from < items; ++from) {
        for (Index to = 0; to < items; ++to) {
          std::int64_t& direct = way[from * items + to];
          direct = std::min(direct, way[from * items + by] + way[by * items + to]);
        }
      }
    }
    std::vector<Index> due;
    for (Index item = 0; item < items; ++item) {
      for (Index t = 0; t < problem.period_count; ++t) {
        if (!problem.due_in(item, t)) continue;
        due.push_back(item);
        break;
      }
    }
    count_ = due.size();
    for (const Index from : due) {
      for (const Index to : due) way_.push_back(way[from * items + to]);
    }
  }

  [[nodiscard]] std::int64_t least() const {
    if (count_ < 2) return 0;
    return count_ <= kMostItems ? shortest_through_all() : least_entries();
  }

 private:
  [[nodiscard]] std::int64_t shortest_through_all() const {
    const std::size_t sets = std::size_t{1} << count_;
    std::vector<std::int64_t> length(sets * count_, kFar);  // of the way through a set, by its last item
    for (std::size_t item = 0; item < count_; ++item) length[(std::size_t{1} << item) * count_ + item] = 0;
    for (std::size_t set = 1; set < sets; ++set) {
      for (std::size_t last = 0; last < count_; ++last) {
        const std::int64_t so_far = length[set * count_ + last];
        if (so_far == kFar) continue;
        for (std::size_t next = 0; next < count_; ++next) {
          if ((set >> next & 1U) != 0) continue;
          std::int64_t& longer = length[(set | std::size_t{1} << next) * count_ + next];
          longer = std::min(longer, so_far + way_[last * count_ + next]);
        }
      }
    }
    return *std::min_element(length.end() - static_cast<std::ptrdiff_t>(count_), length.end());
  }

  // Every item but the first is entered.
  [[nodiscard]] std::int64_t least_entries() const {
    std::int64_t sum = 0;
    std::int64_t most = 0;
    for (std::size_t to = 0; to < count_; ++to) {
      std::int64_t entry = kFar;
      for (std::size_t from = 0; from < count_; ++from) {
        if (from != to) entry = std::min(entry, way_[from * count_ + to]);
      }
      sum += entry;
      most = std::max(most, entry);
    }
    return sum - most;
  }

  std::size_t count_ = 0;
  std::vector<std::int64_t> way_;
};

}  // namespace

std::int64_t discrete_lot_bound(const DiscreteLotSizing& problem, std::uint64_t exact_steps) {
  const std::optional<std::int64_t> exact = least_lot_cost(problem, exact_steps);
  if (exact && *exact < SlotPlan::kForbidden) return *exact;
  return least_stocking(problem) + Ways(problem).least();
}

}  // namespace kilter::schedule
