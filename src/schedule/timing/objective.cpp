#include "schedule/timing/objective.hpp"

#include <algorithm>

#include "schedule/timing/overtime.hpp"

namespace kilter::schedule {
namespace {

Cost stability_cost(const Baseline& baseline, const State& state, Index op) {
  const Cost moved = std::abs(Cost{state.start[op]} - baseline.start) * baseline.moved_per_second;
  return moved + (baseline.lane != kNone && baseline.lane != state.lane[op] ? baseline.other_lane : 0);
}

Cost holding_cost(const Problem& problem, const State& state, Index op) {
  const Holding& holding = problem.holdings[op];
  if (holding.cost_per_second == 0) return 0;
  const Tick until = holding.job == kNone ? holding.until : completion(problem, state, holding.job);
  return until == kNever || until <= state.end[op] ? 0 : (Cost{until} - state.end[op]) * holding.cost_per_second;
}

}  // namespace

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
  if (lane != kNone && problem.lanes[lane].setup_matrix != kNone && network.row(op).fixed != Fixed::running &&
      !is_joined(state, op)) {
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
  if (network.has_overtime()) score.overtime = overtime_cost(network, state, op);
  if (!problem.baselines.empty()) score.stability = stability_cost(problem.baselines[op], state, op);
  if (!problem.holdings.empty()) score.holding = holding_cost(problem, state, op);
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
    score.overtime += part.overtime;
    score.stability += part.stability;
    score.holding += part.holding;
  }
  for (Index job = 0; job < problem.jobs.size(); ++job) {
    score.tardiness += tardiness_cost(problem.jobs[job], completion(problem, state, job));
  }
  return score;
}

}  // namespace kilter::schedule
