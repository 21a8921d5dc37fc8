#include "schedule/timing/objective.hpp"

#include <algorithm>

namespace kilter::schedule {

Tick completion(const Problem& problem, const State& state, Index job) {
  Tick last = kLongAgo;
  for (const Index op : problem.closing_of(job)) last = std::max(last, state.end[op]);
  return last;
}

Cost tardiness_cost(const Job& job, Tick completion) {
  if (completion == kNever || completion <= job.due) return 0;
  return (static_cast<Cost>(completion) - job.due) * job.late_per_second;
}

Score operation_cost(const Network& network, const State& state, Index op) {
  Score score;
  if (state.end[op] == kNever) return score;
  const Problem& problem = network.problem();
  const Mode& mode = problem.modes[state.mode[op]];
  score.mode = mode.cost;
  const Index lane = state.lane[op];
  if (lane != kNone && problem.lanes[lane].setup_matrix != kNone && network.row(op).fixed != Fixed::running) {
    const Index before = state.previous[op];
    const Index from = before == kNone ? problem.lanes[lane].initial_family : network.row(before).family;
    score.setup = problem.setup_matrices[problem.lanes[lane].setup_matrix].price(from, network.row(op).family);
  }
  const Cost whole = Cost{state.setup[op]} + mode.work;
  for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
    const Cost part = Cost{state.setup[op]} + problem.own_setup[op] + problem.slots[slot].attended_run;
    const Cost attended = problem.slots[slot].attended_run == kWhole ? whole : std::min(whole, part);
    score.attendance += attended * problem.lanes[state.lane[network.node_of_slot(slot)]].cost_per_second;
  }
  return score;
}

Score score_of(const Network& network, const State& state) {
  const Problem& problem = network.problem();
  Score score;
  for (Index op = 0; op < network.operation_count(); ++op) {
    if (state.end[op] == kNever) ++score.unplaced;
    const Score part = operation_cost(network, state, op);
    score.setup += part.setup;
    score.mode += part.mode;
    score.attendance += part.attendance;
  }
  for (Index job = 0; job < problem.jobs.size(); ++job) {
    score.tardiness += tardiness_cost(problem.jobs[job], completion(problem, state, job));
  }
  return score;
}

}  // namespace kilter::schedule
