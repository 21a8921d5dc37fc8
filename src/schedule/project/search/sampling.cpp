#include "schedule/project/search/sampling.hpp"

#include <algorithm>

namespace kilter::schedule {

Sampling::Sampling(const ProjectNetwork& network) : network_(network), price_(network.duration.size()) {
  for (std::size_t mode = 0; mode < price_.size(); ++mode) price_[mode] = network.load[mode] + network.duration[mode];
}

void Sampling::sample(ProjectPlan& plan, base::Random& random) {
  plan.wanted.assign(static_cast<std::size_t>(network_.count) * network_.worker_words, 0);
  sample_modes(plan, random);
  sample_order(plan, random);
}

void Sampling::sample_modes(ProjectPlan& plan, base::Random& random) {
  plan.mode.resize(network_.count);
  const bool any = random.chance(0.5);
  for (Index i = 0; i < network_.count; ++i) {
    Index best = network_.mode_begin[i];
    double least = 0;
    for (Index mode = best; mode < network_.mode_begin[i + 1]; ++mode) {
      const double price = any ? random.unit() : price_[mode] * (0.5 + random.unit());
      if (mode != network_.mode_begin[i] && price >= least) continue;
      best = mode;
      least = price;
    }
    plan.mode[i] = best;
  }
}

void Sampling::sample_order(ProjectPlan& plan, base::Random& random) {
  tail_.assign(network_.count, 0);
  for (Index i = network_.count; i-- > 0;) {
    for (const Index next : network_.after.of(i)) tail_[i] = std::max(tail_[i], tail_[next]);
    tail_[i] += network_.duration[plan.mode[i]];
  }
  waiting_.resize(network_.count);
  eligible_.clear();
  plan.order.clear();
  for (Index i = 0; i < network_.count; ++i) {
    waiting_[i] = static_cast<Index>(network_.before.of(i).size());
    if (waiting_[i] == 0) eligible_.push_back(i);
  }
  while (!eligible_.empty()) {
    const std::size_t at = pick(random);
    const Index activity = eligible_[at];
    eligible_[at] = eligible_.back();
    eligible_.pop_back();
    plan.order.push_back(activity);
    for (const Index next : network_.after.of(activity)) {
      if (--waiting_[next] == 0) eligible_.push_back(next);
    }
  }
}

// With a chance in proportion to how much longer the path to the end is than the shortest among the eligible.
std::size_t Sampling::pick(base::Random& random) {
  Tick least = kNever;
  for (const Index activity : eligible_) least = std::min(least, tail_[activity]);
  double total = 0;
  weight_.clear();
  for (const Index activity : eligible_) {
    weight_.push_back(static_cast<double>(tail_[activity] - least) + 1);
    total += weight_.back();
  }
  double point = random.unit() * total;
  std::size_t at = 0;
  while (at + 1 < weight_.size() && point >= weight_[at]) point -= weight_[at++];
  return at;
}

}  // namespace kilter::schedule
