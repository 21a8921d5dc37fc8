#include "coordinate/live/fixes/order_work.hpp"

#include <algorithm>

namespace kilter::coordinate {

using schedule::Fixed;
using schedule::Index;
using schedule::kNone;
using time::kNever;

std::vector<Index> work_of(const Situation& today, model::OrderId order) {
  const schedule::Problem& problem = today.damage.problem;
  std::vector<bool> needed(problem.operation_count, false);
  std::vector<Index> open;
  const auto need = [&](Index op) {
    if (needed[op]) return;
    needed[op] = true;
    open.push_back(op);
  };
  for (Index job = 0; job < problem.jobs.size(); ++job) {
    if (today.today.model.job_order[job] != order) continue;
    for (const Index op : problem.closing_of(job)) need(op);
  }
  while (!open.empty()) {
    const Index op = open.back();
    open.pop_back();
    for (const schedule::Arc& arc : problem.predecessors_of(op)) need(arc.operation);
  }
  std::vector<Index> work;
  std::copy_if(today.damage.published.order.begin(), today.damage.published.order.end(), std::back_inserter(work),
               [&](Index op) { return needed[op] && problem.fixed[op] == Fixed::free; });
  return work;
}

void lift(const std::vector<Index>& operations, schedule::Disrupted& damage) {
  const schedule::Problem& problem = damage.problem;
  schedule::Solution& published = damage.published;
  for (const Index op : operations) {
    if (problem.fixed[op] != Fixed::free) continue;
    published.mode[op] = problem.mode_begin[op];
    published.lane[op] = kNone;
    published.start[op] = published.end[op] = kNever;
    published.setup[op] = 0;
    std::fill(published.slot_lane.begin() + problem.slot_begin[op],
              published.slot_lane.begin() + problem.slot_begin[op + 1], kNone);
  }
  published.order = order_by_start(problem, published, published.start);
}

}  // namespace kilter::coordinate
