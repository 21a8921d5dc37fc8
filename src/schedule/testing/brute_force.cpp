#include "schedule/testing/brute_force.hpp"

#include <algorithm>
#include <numeric>

#include "schedule/search.hpp"

namespace kilter::schedule {
namespace {

class BruteForce {
 public:
  explicit BruteForce(const Problem& problem) : problem_(problem) {
    const std::size_t count = problem.operation_count;
    now_.mode.assign(count, kNone);
    now_.lane.assign(count, kNone);
    now_.slot_lane.assign(problem.slots.size(), kNone);
    best_.score.unplaced = problem.operation_count + 1;
  }

  Solution run() {
    choose_mode(0);
    return std::move(best_);
  }

 private:
  void choose_mode(Index op) {
    if (op == problem_.operation_count) return choose_slot(0);
    for (Index mode = problem_.mode_begin[op]; mode < problem_.mode_begin[op + 1]; ++mode) {
      now_.mode[op] = mode;
      const Index group = problem_.modes[mode].group;
      now_.lane[op] = kNone;
      if (group == kNone) {
        choose_mode(op + 1);
        continue;
      }
      choose_mode(op + 1);  // left out
      for (Index i = 0; i < problem_.groups[group].lane_count; ++i) {
        now_.lane[op] = problem_.groups[group].first_lane + i;
        choose_mode(op + 1);
      }
    }
  }

  void choose_slot(Index slot) {
    if (slot == problem_.slots.size()) return order_all();
    now_.slot_lane[slot] = kNone;  // left out
    choose_slot(slot + 1);
    for (const Candidate& candidate : problem_.lane_sets[problem_.slots[slot].lanes]) {
      now_.slot_lane[slot] = candidate.lane;
      if (!is_taken_twice(slot)) choose_slot(slot + 1);
    }
  }

  [[nodiscard]] bool is_taken_twice(Index slot) const {
    const auto owner = std::upper_bound(problem_.slot_begin.begin(), problem_.slot_begin.end(), slot) - 1;
    return std::find(now_.slot_lane.begin() + *owner, now_.slot_lane.begin() + slot, now_.slot_lane[slot]) !=
           now_.slot_lane.begin() + slot;
  }

  void order_all() {
    now_.order.resize(problem_.operation_count);
    std::iota(now_.order.begin(), now_.order.end(), 0U);
    do {
      if (is_topological()) keep_if_better(retime_slow(problem_, now_));
    } while (std::next_permutation(now_.order.begin(), now_.order.end()));
  }

  [[nodiscard]] bool is_topological() const {
    std::vector<bool> seen(problem_.operation_count, false);
    for (const Index op : now_.order) {
      for (const Arc& arc : problem_.predecessors_of(op)) {
        if (!seen[arc.operation]) return false;
      }
      seen[op] = true;
    }
    return true;
  }

  void keep_if_better(Solution&& solution) {
    if (solution.score.better_than(best_.score)) best_ = std::move(solution);
  }

  const Problem& problem_;
  Solution now_;
  Solution best_;
};

}  // namespace

Solution brute_force(const Problem& problem) { return BruteForce(problem).run(); }

}  // namespace kilter::schedule
