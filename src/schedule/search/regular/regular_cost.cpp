#include "schedule/search/regular/regular_cost.hpp"

#include <algorithm>

namespace kilter::schedule {

bool RegularCost::covers(const Problem& problem, const Solution& solution) {
  const bool is_regular = problem.overtimes.empty() && problem.baselines.empty() && problem.holdings.empty();
  return is_regular && solution.score.unplaced == 0 && Shop::fits(problem);
}

RegularCost::RegularCost(const Shop& shop) : shop_(&shop) {
  const Problem& problem = shop.problem();
  for (Index job = 0; job < problem.jobs.size(); ++job) {
    const Job& given = problem.jobs[job];
    if (given.late_per_second == 0 || given.due == kNever || problem.closing_of(job).empty()) continue;
    jobs_.push_back(
        {.due = given.due, .weight = given.late_per_second, .first_closing = static_cast<Index>(closing_.size())});
    closing_.insert(closing_.end(), problem.closing_of(job).begin(), problem.closing_of(job).end());
  }
  jobs_.push_back({.first_closing = static_cast<Index>(closing_.size())});
  link_closed();
  const auto is_priced = [](const SetupMatrix& matrix) {
    return std::any_of(matrix.cost.begin(), matrix.cost.end(), [](Cost cost) { return cost != 0; });
  };
  has_prices_ =
      std::any_of(problem.modes.begin(), problem.modes.end(), [](const Mode& mode) { return mode.cost != 0; }) ||
      std::any_of(problem.setup_matrices.begin(), problem.setup_matrices.end(), is_priced);
}

void RegularCost::link_closed() {
  closed_begin_.assign(std::size_t{shop_->count()} + 2, 0);
  for (const Index op : closing_) ++closed_begin_[op + 2];
  for (Index op = 0; op < shop_->count(); ++op) closed_begin_[op + 2] += closed_begin_[op + 1];
  closed_.resize(closing_.size());
  for (Index job = 0; job < job_count(); ++job) {
    for (const Index op : closing(job)) closed_[closed_begin_[op + 1]++] = job;
  }
}

Cost RegularCost::tardiness(std::span<const Tick> ends) const {
  Cost sum = 0;
  for (Index job = 0; job < job_count(); ++job) sum += lateness_cost(job, completion(job, ends));
  return sum;
}

Cost RegularCost::price_at(Index op, Index alternative, Index before) const {
  const Problem& problem = shop_->problem();
  const Alternative& way = shop_->alternative(alternative);
  const Mode& mode = problem.modes[way.mode];
  if (mode.group == kNone || problem.lanes[way.lane].setup_matrix == kNone) return mode.cost;
  const Lane& lane = problem.lanes[way.lane];
  const Index from = before == shop_->count() ? lane.initial_family : problem.family[before];
  return mode.cost + problem.setup_matrices[lane.setup_matrix].price(from, problem.family[op]);
}

Cost RegularCost::price(const ShopGraph& graph, Index op) const {
  return op == shop_->count() ? 0 : price_at(op, graph.node(op).alternative, graph.node(op).prev);
}

Cost RegularCost::prices(const ShopGraph& graph) const {
  Cost sum = 0;
  for (Index op = 0; op < shop_->count(); ++op) sum += price(graph, op);
  return sum;
}

}  // namespace kilter::schedule
