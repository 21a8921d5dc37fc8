#include "schedule/search/moves/batch/join_batch.hpp"

#include "schedule/search/moves/batch/sharing.hpp"

namespace kilter::schedule {

bool JoinBatch::apply(Trial& trial, const Blocked& where, base::Random& random) {
  const State& state = trial.state();
  const Problem& problem = trial.network().problem();
  const Index op = sharing_at(trial, where, random);
  if (op == kNone) return false;
  const Index mode = problem.mode_begin[op] + random.below(static_cast<Index>(problem.modes_of(op).size()));
  const Index group = problem.modes[mode].group;
  if (group == kNone || problem.groups[group].lane_count == 0) return false;
  const Index lane = problem.groups[group].first_lane + random.below(problem.groups[group].lane_count);
  if (problem.batch_capacity[lane] == 0) return false;
  // What begins when the operation is ready or begins now, or one of the few behind.
  const Tick ready = trial.timing().arcs_ready(state, op);
  const Tick t = random.chance(0.5) || state.start[op] == kNever ? ready : state.start[op];
  if (t == kNever) return false;
  Index host = last_before(trial, lane, t + 1, state.last[lane]);
  if (host == kNone) host = state.first[lane];
  for (Index left = random.below(4); left > 0 && host != kNone; --left) {
    const Index behind = state.next[last_of_batch(state, host)];
    if (behind == kNone) break;
    host = behind;
  }
  if (host == kNone || first_of_batch(state, host) == first_of_batch(state, op)) return false;
  if (problem.batch_family[host] != problem.batch_family[op]) return false;
  trial.take_out(op);
  return trial.put_in(
      op, {.mode = mode, .machine = {.lane = lane, .after = last_of_batch(state, host)}, .joins = true, .slots = {}});
}

}  // namespace kilter::schedule
