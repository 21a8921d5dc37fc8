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
    if (problem.has_batches()) now_.joins.assign(count, 0);
    best_.score.unplaced = problem.operation_count + 1;
  }

  // First without leaving anything out: a schedule of everything beats all others.
  Solution run() {
    choose_mode(0);
    if (best_.score.unplaced > 0) {
      leaves_out_ = true;
      choose_mode(0);
    }
    return std::move(best_);
  }

 private:
  void choose_mode(Index op) {
    if (op == problem_.operation_count) return choose_slot(0);
    if (problem_.fixed[op] != Fixed::free) return choose_fixed(op);
    for (Index mode = problem_.mode_begin[op]; mode < problem_.mode_begin[op + 1]; ++mode) {
      now_.mode[op] = mode;
      const Index group = problem_.modes[mode].group;
      now_.lane[op] = kNone;
      if (group == kNone) {
        choose_mode(op + 1);
        continue;
      }
      if (leaves_out_) choose_mode(op + 1);
      for (Index i = 0; i < problem_.groups[group].lane_count; ++i) {
        now_.lane[op] = problem_.groups[group].first_lane + i;
        choose_mode(op + 1);
      }
    }
  }

  // Fixed work keeps its lane, in the first mode that has it, or is left out.
  void choose_fixed(Index op) {
    const Index lane = problem_.fixed_lane[op];
    now_.mode[op] = problem_.mode_begin[op];
    while (!holds(problem_.modes[now_.mode[op]].group, lane) && now_.mode[op] + 1 < problem_.mode_begin[op + 1]) {
      ++now_.mode[op];
    }
    now_.lane[op] = lane;
    choose_mode(op + 1);
    now_.lane[op] = kNone;
    if (leaves_out_ && lane != kNone) choose_mode(op + 1);
  }

  [[nodiscard]] bool holds(Index group, Index lane) const {
    if (group == kNone || lane == kNone) return group == lane;
    return lane - problem_.groups[group].first_lane < problem_.groups[group].lane_count;
  }

  void choose_slot(Index slot) {
    if (slot == problem_.slots.size()) return order_all();
    now_.slot_lane[slot] = kNone;  // left out
    if (leaves_out_) choose_slot(slot + 1);
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
      if (is_legal()) choose_joins(1);
    } while (std::next_permutation(now_.order.begin(), now_.order.end()));
  }

  // Whether what stands at `at` of the order and behind joins the one before it.
  void choose_joins(Index at) {
    if (at >= now_.order.size() || !problem_.has_batches()) {
      if (keeps_together()) keep_if_better(retime_slow(problem_, now_));
      return;
    }
    choose_joins(at + 1);
    if (!may_join(at)) return;
    now_.joins[now_.order[at]] = 1;
    choose_joins(at + 1);
    now_.joins[now_.order[at]] = 0;
  }

  // A batch is tried once: its members in order of their numbers.
  [[nodiscard]] bool may_join(Index at) const {
    const Index op = now_.order[at];
    const Index before = now_.order[at - 1];
    const Index lane = now_.lane[op];
    if (before > op || lane == kNone || now_.lane[before] != lane) return false;
    if (!problem_.may_share(op, before)) return false;
    std::int64_t load = problem_.batch_size[op];
    for (Index i = at; i > 0; --i) {
      const Index member = now_.order[i - 1];
      load += problem_.batch_size[member];
      for (const Arc& arc : problem_.predecessors_of(op)) {
        if (arc.operation == member) return false;
      }
      if (now_.joins[member] == 0) break;
    }
    return load <= problem_.batch_capacity[lane];
  }

  // Is what is fixed together, and not left out, one batch?
  [[nodiscard]] bool keeps_together() const {
    std::vector<Index> first(problem_.operation_count, kNone);
    for (const Index op : now_.order) {
      if (!problem_.is_fixed_with_others(op) || now_.lane[op] == kNone) continue;
      Index& begun = first[problem_.fixed_batch[op]];
      if (begun != kNone && now_.joins[op] == 0) return false;
      begun = op;
    }
    return true;
  }

  // Predecessors stand before their successors, and what runs before all that does not.
  [[nodiscard]] bool is_legal() const {
    std::vector<bool> seen(problem_.operation_count, false);
    bool all_run = true;
    for (const Index op : now_.order) {
      const bool runs = problem_.fixed[op] == Fixed::running;
      if (runs && !all_run) return false;
      all_run = runs;
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
  bool leaves_out_ = false;
  Solution now_;
  Solution best_;
};

}  // namespace

Solution brute_force(const Problem& problem) { return BruteForce(problem).run(); }

}  // namespace kilter::schedule
