#include "schedule/search/moves/batch/sharing.hpp"

#include <array>
#include <utility>

namespace kilter::schedule {

Index sharing_at(const Trial& trial, const Blocked& where, base::Random& random) {
  std::array<Index, 2> nodes{where.node, where.blocker};
  if (random.chance(0.5)) std::swap(nodes[0], nodes[1]);
  for (const Index node : nodes) {
    if (!is_movable(trial, node)) continue;
    const Index op = trial.network().operation_of_node(node);
    if (trial.network().problem().may_share(op)) return op;
  }
  return kNone;
}

Index mode_on_lane(const Problem& problem, Index op, Index lane) {
  for (Index mode = problem.mode_begin[op]; mode < problem.mode_begin[op + 1]; ++mode) {
    if (problem.modes[mode].group == kNone) continue;
    const Group& group = problem.groups[problem.modes[mode].group];
    if (lane >= group.first_lane && lane < group.first_lane + group.lane_count) return mode;
  }
  return kNone;
}

}  // namespace kilter::schedule
