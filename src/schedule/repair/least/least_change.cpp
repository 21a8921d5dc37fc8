#include "schedule/repair/least/least_change.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "schedule/repair/least/conflicts.hpp"
#include "schedule/repair/least/gap_search.hpp"
#include "schedule/search/stopwatch.hpp"

namespace kilter::schedule {
namespace {

constexpr Cost kNoBudget = std::numeric_limits<Cost>::max();
constexpr std::int64_t kTries = 20'000;     // placements in all
constexpr std::int64_t kTriesEach = 1'000;  // for one set; then it counts as without place, but nothing is proved

class Deepening {
 public:
  Deepening(Damage& damage, const Solution& than, const RepairOptions& options, double seconds)
      : damage_(damage),
        problem_(damage.problem()),
        plan_(damage.published()),
        options_(options),
        budget_time_{.seconds = seconds, .steps = options.steps, .cancel = options.cancel},
        watch_(budget_time_),
        conflicts_(find_conflicts(damage, options.tolerance)),
        gaps_(damage, conflicts_.alone),
        gives_way_(problem_.operation_count, 0),
        stays_(problem_.operation_count, 0),
        rank_(problem_.operation_count, 0) {
    if (options.tries > 0) tries_ = options.tries;
    for (Index i = 0; i < plan_.order.size(); ++i) rank_[plan_.order[i]] = i;
    for (Index op = 0; op < problem_.operation_count; ++op) {
      const bool is_open = problem_.fixed[op] == Fixed::free;
      if (!damage.is_planned(op) && than.start[op] != kNever) moving_.push_back(op);
      is_complete_ = is_complete_ && (than.start[op] != kNever || !is_open);
    }
    for (const Index op : conflicts_.alone) {
      moving_.push_back(op);
      gives_way_[op] = 1;
      weight_ += weight_of(op);
    }
    is_exact_ = options.tolerance == 0 && is_complete_ && GapSearch::is_plain(problem_);
  }

  LeastChange run(Cost most) {
    LeastChange result;
    result.bound = std::min(most, deepen(most, true));
    if (is_stopped_) return result;
    deepen(most, false);
    result.bound = std::max(result.bound, std::min(most, proved_));
    result.schedule = std::move(found_);
    return result;
  }

 private:
  [[nodiscard]] Cost weight_of(Index op) const { return options_.promise.empty() ? 1 : options_.promise[op]; }

  // Budgets upwards until a set is found or `most` is reached; returns the least weight that is not refuted.
  Cost deepen(Cost most, bool covers_only) {
    covers_only_ = covers_only;
    refuted_ = weight_ - 1;
    budget_ = weight_;
    while (budget_ < most) {
      next_budget_ = kNoBudget;
      if (dive(weight_)) return budget_;
      if (is_stopped_) return budget_;
      refuted_ = budget_;
      budget_ = std::min(most, next_budget_);
      if (!covers_only && is_exact_) proved_ = budget_;
    }
    return budget_;
  }

  bool dive(Cost weight) {
    if (is_out_of_time()) return false;
    for (const auto& [a, b] : conflicts_.pairs) {
      if (gives_way_[a] != 0 || gives_way_[b] != 0) continue;
      return branch({a, b}, weight);
    }
    if (covers_only_) return true;
    if (weight > refuted_ && fits()) return true;
    return branch(neighbours(), weight);
  }

  bool is_out_of_time() {
    is_stopped_ = is_stopped_ || watch_.used() >= 1.0 || tries_ <= 0;
    return is_stopped_;
  }

  // One of the candidates gives way; those before it stay.
  bool branch(const std::vector<Index>& candidates, Cost weight) {
    std::vector<Index> kept;
    bool found = false;
    for (const Index op : candidates) {
      if (stays_[op] != 0 || found || is_stopped_) continue;
      const Cost more = weight + weight_of(op);
      if (more > budget_) {
        next_budget_ = std::min(next_budget_, more);
        continue;
      }
      give_way(op);
      found = dive(more);
      take_back(op);
      stays_[op] = 1;
      kept.push_back(op);
    }
    for (const Index op : kept) stays_[op] = 0;
    return found;
  }

  void give_way(Index op) {
    gives_way_[op] = 1;
    moving_.push_back(op);
    gaps_.free(op);
  }

  void take_back(Index op) {
    gives_way_[op] = 0;
    moving_.pop_back();
    gaps_.keep(op);
  }

  bool fits() {
    std::vector<Index> operations = moving_;
    std::sort(operations.begin(), operations.end(), [this](Index a, Index b) { return rank_[a] < rank_[b]; });
    std::int64_t left = std::min(tries_, kTriesEach);
    tries_ -= left;
    found_ = gaps_.place(operations, options_.tardiness_limit, left);
    tries_ += left;
    is_exact_ = is_exact_ && (left > 0 || found_.has_value());
    return found_.has_value();
  }

  // Kept operations that may make room for those that give way, the nearest in time first.
  [[nodiscard]] std::vector<Index> neighbours() const {
    std::vector<bool> lanes(problem_.lanes.size(), false);
    std::vector<bool> bound(problem_.operation_count, options_.tardiness_limit != RepairOptions::kNoLimit);
    Tick first = kNever;
    for (const Index op : moving_) {
      mark(op, lanes, bound);
      if (damage_.is_planned(op)) first = std::min(first, plan_.start[op]);
    }
    std::vector<Index> found;
    for (const Index op : plan_.order) {
      if (!damage_.is_planned(op) || problem_.fixed[op] != Fixed::free || gives_way_[op] != 0) continue;
      if (bound[op] || uses(op, lanes)) found.push_back(op);
    }
    if (first == kNever) first = problem_.origin;
    std::stable_sort(found.begin(), found.end(), [&](Index a, Index b) {
      return std::abs(std::int64_t{plan_.start[a]} - first) < std::abs(std::int64_t{plan_.start[b]} - first);
    });
    return found;
  }

  void mark(Index op, std::vector<bool>& lanes, std::vector<bool>& bound) const {
    for (const Mode& mode : problem_.modes_of(op)) {
      if (mode.group == kNone) continue;
      const Group& group = problem_.groups[mode.group];
      for (Index i = 0; i < group.lane_count; ++i) lanes[group.first_lane + i] = true;
    }
    for (const Slot& slot : problem_.slots_of(op)) {
      for (const Candidate& candidate : problem_.lane_sets[slot.lanes]) lanes[candidate.lane] = true;
    }
    for (const Arc& arc : problem_.predecessors_of(op)) bound[arc.operation] = true;
    for (const Successor& successor : damage_.early().network.successors_of(op)) bound[successor.operation] = true;
  }

  [[nodiscard]] bool uses(Index op, const std::vector<bool>& lanes) const {
    if (plan_.lane[op] != kNone && lanes[plan_.lane[op]]) return true;
    for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
      if (lanes[plan_.slot_lane[slot]]) return true;
    }
    return false;
  }

  Damage& damage_;
  const Problem& problem_;
  const Solution& plan_;
  const RepairOptions& options_;
  SearchOptions budget_time_;
  Stopwatch watch_;
  Conflicts conflicts_;
  GapSearch gaps_;
  std::vector<std::uint8_t> gives_way_;
  std::vector<std::uint8_t> stays_;  // decided in this branch
  std::vector<Index> rank_;          // in the published order
  std::vector<Index> moving_;        // what has no place: new operations and what gives way
  Cost weight_ = 0;                  // of what must give way anyhow
  Cost budget_ = 0;
  Cost next_budget_ = 0;
  Cost proved_ = 0;   // no lighter set has a place
  Cost refuted_ = 0;  // sets of no more weight have been tried
  std::int64_t tries_ = kTries;
  bool covers_only_ = false;
  bool is_complete_ = true;
  bool is_exact_ = false;
  bool is_stopped_ = false;
  std::optional<Solution> found_;
};

}  // namespace

LeastChange change_least(Damage& damage, const Solution& than, Cost weight, const RepairOptions& options,
                         double seconds) {
  return Deepening(damage, than, options, seconds).run(weight);
}

}  // namespace kilter::schedule
