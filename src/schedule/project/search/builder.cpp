#include "schedule/project/search/builder.hpp"

#include <algorithm>
#include <numeric>

namespace kilter::schedule {

Builder::Builder(const ProjectNetwork& network)
    : network_(network), decoder_(make_decoder(network)), budgets_(network), open_(network.count, 0) {}

void Builder::build(ProjectPlan& plan, base::Random& random) {
  pass_.direction = Direction::forward;
  mode_ = plan.mode;
  decoder_->run({.order = plan.order, .mode = mode_, .wanted = plan.wanted}, pass_);
  keep(plan);
  while (true) {
    for (int half = 0; half < 2; ++half) justify(random);
    const bool shorter = pass_.makespan < plan.makespan;
    if (pass_.makespan <= plan.makespan) keep(plan);
    if (!shorter) break;
  }
  if (!network_.budget.empty()) {
    budgets_.measure(plan.mode, slack_);
    plan.excess = Budgets::excess(slack_);
  }
}

// A pass against the last one. Workers stay where that starts nothing later.
void Builder::justify(base::Random& random) {
  time_order_.justification(pass_, order_);
  pass_.direction = reversed(pass_.direction);
  wanted_ = pass_.crew;
  if (network_.has_one_mode_each()) return decoder_->run({.order = order_, .mode = mode_, .wanted = wanted_}, pass_);
  budgets_.measure(mode_, slack_);
  for (std::uint8_t& open : open_) open = random.chance(0.5) ? 1 : 0;
  decoder_->run({.order = order_, .mode = mode_, .open = open_, .slack = slack_, .wanted = wanted_}, pass_);
}

void Builder::keep(ProjectPlan& plan) {
  plan.mode = mode_;
  plan.wanted = pass_.crew;
  plan.makespan = pass_.makespan;
  plan.start.resize(network_.count);
  plan.crew.clear();
  for (Index i = 0; i < network_.count; ++i) plan.start[i] = pass_.end[i] - network_.duration[mode_[i]];
  time_order_.rising(plan.start, plan.makespan, plan.order);
  if (network_.worker_words == 0) return;
  for (Index i = 0; i < network_.count; ++i) {
    const std::vector<Index>& crew = decoder_->crew_of(i);
    plan.crew.insert(plan.crew.end(), crew.begin(), crew.end());
  }
}

}  // namespace kilter::schedule
