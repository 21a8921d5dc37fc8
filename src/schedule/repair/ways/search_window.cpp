// Search in a window that begins with what the disruption touches and is doubled while time is left (match-up
// scheduling; Bean, Birge, Mittenthal and Noon 1991): everything outside keeps its sequences and is only re-timed.
//
//   now |--affected--|  free  |match-up point    . . . as published
#include <algorithm>
#include <vector>

#include "schedule/repair/change.hpp"
#include "schedule/repair/ways/repairs.hpp"
#include "schedule/timing/objective.hpp"
#include "schedule/window/improve_window.hpp"

namespace kilter::schedule {
namespace {

constexpr int kRounds = 3;
constexpr std::size_t kMostFree = 400;  // operations

class WindowSearch {
 public:
  WindowSearch(Damage& damage, const Solution& kept, const RepairOptions& options)
      : damage_(damage), problem_(damage.held().network.problem()), options_(options), best_(kept) {
    price_changes();
    best_ = score_in(problem_, kept);
  }

  Solution run(double seconds) {
    find_affected();
    std::size_t freed = 0;
    for (int round = 0; round < kRounds && from_ <= until_; ++round) {
      const std::vector<Index> free = free_until(std::int64_t{from_} + ((std::int64_t{until_} - from_) << round));
      if (free.size() <= freed) break;
      freed = free.size();
      best_ = improve_window(problem_, best_, free, budget(seconds / kRounds, round));
    }
    return score_in(damage_.problem(), best_);
  }

 private:
  // What the problem itself does not promise already.
  void price_changes() {
    problem_.baselines.resize(problem_.operation_count);
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (!damage_.is_planned(op)) continue;
      Baseline& baseline = problem_.baselines[op];
      if (baseline.other_lane > 0 || baseline.moved_per_second > 0) continue;
      baseline = {.lane = damage_.published().lane[op],
                  .start = damage_.published().start[op],
                  .other_lane = options_.other_lane,
                  .moved_per_second = options_.moved_per_second};
    }
  }

  // The same times, priced by another problem.
  Solution score_in(const Problem& problem, const Solution& solution) {
    const Network network(problem);
    State state = make_state(network, damage_.calendars(), solution);
    for (Index op = 0; op < problem.operation_count; ++op) {
      damage_.held().timing.write(state, op,
                                  {.start = solution.start[op], .end = solution.end[op], .setup = solution.setup[op]});
    }
    Solution scored = solution;
    scored.score = score_of(network, state);
    return scored;
  }

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
  Problem problem_;  // nothing starts earlier than published, and changes cost
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
