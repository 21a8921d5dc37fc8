// Search in a window that begins with what the disruption touches and is doubled while time is left (match-up
// scheduling; Bean, Birge, Mittenthal and Noon 1991): everything outside keeps its sequences and is only re-timed.
//
//   now |--affected--|  free  |match-up point    . . . as published
#include <algorithm>
#include <vector>

#include "schedule/repair/change.hpp"
#include "schedule/repair/repairs.hpp"
#include "schedule/window/improve_window.hpp"

namespace kilter::schedule {
namespace {

constexpr int kRounds = 3;
constexpr std::size_t kMostFree = 400;  // operations

class WindowSearch {
 public:
  WindowSearch(Damage& damage, const Solution& kept, const RepairOptions& options)
      : damage_(damage), problem_(damage.held().network.problem()), options_(options), best_(kept) {}

  Solution run(double seconds) {
    find_affected();
    std::size_t freed = 0;
    for (int round = 0; round < kRounds && from_ <= until_; ++round) {
      const std::vector<Index> free = free_until(std::int64_t{from_} + ((std::int64_t{until_} - from_) << round));
      if (free.size() <= freed) break;
      freed = free.size();
      best_ = improve_window(problem_, best_, free, budget(seconds / kRounds, round));
    }
    return std::move(best_);
  }

 private:
  [[nodiscard]] SearchOptions budget(double seconds, int round) const {
    SearchOptions budget;
    budget.seconds = seconds;
    budget.steps = options_.steps;
    budget.seed = options_.seed + static_cast<std::uint64_t>(round);
    budget.threads = options_.threads;
    budget.cancel = options_.cancel;
    return budget;
  }

  // Broken promises, and what is new or late, from its first start to its last end.
  void find_affected() {
    const Change change = change_between(problem_, damage_.published(), best_, options_.tolerance, options_.promise);
    for (const Index op : change.broken) touch(op);
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (!damage_.is_planned(op) && best_.lane[op] != kNone) touch(op);
    }
  }

  void touch(Index op) {
    if (best_.start[op] == kNever) return;
    from_ = std::min(from_, best_.start[op]);
    until_ = std::max(until_, best_.end[op]);
    if (damage_.is_planned(op)) from_ = std::min(from_, damage_.published().start[op]);
  }

  // Those that start first when there are too many.
  [[nodiscard]] std::vector<Index> free_until(std::int64_t until) const {
    std::vector<Index> free;
    for (const Index op : best_.order) {
      const bool is_inside = best_.start[op] != kNever && best_.start[op] >= from_ && best_.start[op] <= until;
      if (is_inside && problem_.fixed[op] == Fixed::free) free.push_back(op);
    }
    std::stable_sort(free.begin(), free.end(), [this](Index a, Index b) { return best_.start[a] < best_.start[b]; });
    if (free.size() > kMostFree) free.resize(kMostFree);
    return free;
  }

  Damage& damage_;
  const Problem& problem_;  // nothing starts earlier than published
  const RepairOptions& options_;
  Solution best_;
  Tick from_ = kNever;
  Tick until_ = kLongAgo;
};

}  // namespace

Solution search_window(Damage& damage, const Solution& kept, const RepairOptions& options, double seconds) {
  return WindowSearch(damage, kept, options).run(seconds);
}

}  // namespace kilter::schedule
