#include "schedule/testing/random_batches.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

class Batches {
 public:
  Batches(Problem& problem, const std::vector<bool>& shares, base::Random& random)
      : problem_(problem), shares_(shares), random_(random) {}

  // Most groups are batch machines, and what may share is of two batch families.
  void add() {
    problem_.batch_capacity.assign(problem_.lanes.size(), 0);
    for (const Group& group : problem_.groups) {
      const BatchSize capacity = random_.chance(0.9) ? tick(2, 6) : 0;
      for (Index i = 0; i < group.lane_count; ++i) problem_.batch_capacity[group.first_lane + i] = capacity;
    }
    std::vector<Index> first(2, kNone);
    for (Index op = 0; op < problem_.operation_count; ++op) {
      problem_.batch_size.push_back(random_.chance(0.7) ? 1 : tick(1, 3));
      const Index drawn = random_.chance(0.8) ? 0 : 1;
      const Index family = shares_[op] ? drawn : kNone;
      problem_.batch_family.push_back(family);
      if (family == kNone) continue;
      crowd(op);
      if (first[family] == kNone) first[family] = op;
      problem_.family[op] = problem_.family[first[family]];
      problem_.pausable[op] = problem_.pausable[first[family]];
    }
  }

  // Other work that may share runs or is pinned in one batch with what does so already.
  void fix_together() {
    problem_.fixed_batch.assign(problem_.operation_count, kNone);
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (problem_.fixed[op] == Fixed::free || problem_.batch_family[op] == kNone || !random_.chance(0.7)) continue;
      if (problem_.fixed_batch[op] != kNone) continue;
      BatchSize room = problem_.batch_capacity[problem_.fixed_lane[op]] - problem_.batch_size[op];
      for (Index other = 0; other < problem_.operation_count; ++other) {
        if (problem_.batch_size[other] > room || !can_be_fixed_with(op, other) || !random_.chance(0.6)) continue;
        room -= problem_.batch_size[other];
        problem_.fixed[other] = problem_.fixed[op];
        problem_.fixed_lane[other] = problem_.fixed_lane[op];
        problem_.release[other] = problem_.release[op];
        problem_.fixed_batch[other] = problem_.fixed_batch[op] = op;
      }
    }
  }

 private:
  Tick tick(Tick low, Tick high) { return static_cast<Tick>(random_.between(low, high)); }

  // Work that may share comes together and takes long, or sharing would hardly ever be worth it.
  void crowd(Index op) {
    if (problem_.fixed[op] != Fixed::free) return;
    if (random_.chance(0.7)) problem_.release[op] = random_.chance(0.7) ? 0 : 20;
    for (Index mode = problem_.mode_begin[op]; mode < problem_.mode_begin[op + 1]; ++mode) {
      problem_.modes[mode].work += 4;
    }
  }

  [[nodiscard]] bool can_be_fixed_with(Index op, Index other) const {
    if (problem_.fixed[other] != Fixed::free || problem_.batch_family[other] != problem_.batch_family[op]) return false;
    const Group& group = problem_.groups[problem_.modes[problem_.mode_begin[other]].group];
    if (group.first_lane != problem_.fixed_lane[op]) return false;
    if (problem_.fixed[op] == Fixed::running && !problem_.predecessors_of(other).empty()) return false;
    for (Index member = 0; member < problem_.operation_count; ++member) {
      const bool together = member == op || (problem_.fixed_batch[member] == op);
      if (together && (follows(member, other) || follows(other, member))) return false;
    }
    return true;
  }

  [[nodiscard]] bool follows(Index op, Index other) const {
    const auto arcs = problem_.predecessors_of(op);
    return std::any_of(arcs.begin(), arcs.end(), [other](const Arc& arc) { return arc.operation == other; });
  }

  Problem& problem_;
  const std::vector<bool>& shares_;
  base::Random& random_;
};

}  // namespace

void add_batches(Problem& problem, const std::vector<bool>& shares, bool fixed, base::Random& random) {
  Batches batches(problem, shares, random);
  batches.add();
  if (fixed) batches.fix_together();
}

}  // namespace kilter::schedule
