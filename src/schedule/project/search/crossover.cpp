#include "schedule/project/search/crossover.hpp"

#include <algorithm>
#include <utility>

namespace kilter::schedule {

Index Crossover::cross(const ProjectPlan& first, const ProjectPlan& second, base::Random& random, ProjectPlan& child) {
  Index from = random.below(network_.count + 1);
  Index until = random.below(network_.count + 1);
  if (from > until) std::swap(from, until);
  taken_.assign(network_.count, 0);
  child.order.clear();
  child.mode.resize(network_.count);
  child.wanted.resize(first.wanted.size());
  append(first, from, child);
  append(second, until, child);
  append(first, network_.count, child);
  return until - from;
}

void Crossover::append(const ProjectPlan& parent, Index until, ProjectPlan& child) {
  for (std::size_t i = 0; i < parent.order.size() && child.order.size() < until; ++i) {
    const Index activity = parent.order[i];
    if (taken_[activity] != 0) continue;
    taken_[activity] = 1;
    child.order.push_back(activity);
    child.mode[activity] = parent.mode[activity];
    for (std::size_t word = 0; word < network_.worker_words; ++word) {
      const std::size_t at = static_cast<std::size_t>(activity) * network_.worker_words + word;
      child.wanted[at] = parent.wanted[at];
    }
  }
}

void Crossover::mutate(const Rates& rates, base::Random& random, ProjectPlan& plan) const {
  for (std::size_t i = 0; i + 1 < plan.order.size(); ++i) {
    if (random.chance(rates.swap) && !has_arc(plan.order[i], plan.order[i + 1]))
      std::swap(plan.order[i], plan.order[i + 1]);
  }
  for (Word& workers : plan.wanted) {
    if (random.chance(rates.crew)) workers = random.chance(0.5) ? 0 : random.next();
  }
  if (network_.has_one_mode_each()) return;
  for (Index i = 0; i < network_.count; ++i) {
    if (random.chance(rates.mode)) plan.mode[i] = network_.mode_begin[i] + random.below(network_.modes_of(i));
  }
}

bool Crossover::has_arc(Index before, Index after) const {
  const auto next = network_.after.of(before);
  return std::find(next.begin(), next.end(), after) != next.end();
}

}  // namespace kilter::schedule
