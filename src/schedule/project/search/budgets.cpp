#include "schedule/project/search/budgets.hpp"

namespace kilter::schedule {

void Budgets::measure(std::span<const Index> mode, std::vector<std::int64_t>& slack) const {
  slack = network_.budget;
  for (const Index chosen : mode) {
    const auto demand = network_.budget_demand_of(chosen);
    for (std::size_t i = 0; i < slack.size(); ++i) slack[i] -= demand[i];
  }
}

std::int64_t Budgets::excess(std::span<const std::int64_t> slack) {
  std::int64_t sum = 0;
  for (const std::int64_t left : slack) sum += left < 0 ? -left : 0;
  return sum;
}

void Budgets::repair(std::span<Index> mode, base::Random& random) {
  if (network_.budget.empty()) return;
  measure(mode, slack_);
  while (excess(slack_) > 0 && exchange_best(mode, random)) {
  }
}

std::int64_t Budgets::excess_after(Index from, Index to) const {
  const auto less = network_.budget_demand_of(from);
  const auto more = network_.budget_demand_of(to);
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < slack_.size(); ++i) {
    const std::int64_t left = slack_[i] + less[i] - more[i];
    sum += left < 0 ? -left : 0;
  }
  return sum;
}

bool Budgets::exchange_best(std::span<Index> mode, base::Random& random) {
  const std::int64_t now = excess(slack_);
  Index activity = kNone;
  Index taken = kNone;
  double best = 0;
  for (Index i = 0; i < network_.count; ++i) {
    for (Index other = network_.mode_begin[i]; other < network_.mode_begin[i + 1]; ++other) {
      const std::int64_t gain = other == mode[i] ? 0 : now - excess_after(mode[i], other);
      if (gain <= 0) continue;
      const double worth = static_cast<double>(gain) * (0.5 + random.unit());
      if (worth <= best) continue;
      best = worth;
      activity = i;
      taken = other;
    }
  }
  if (activity == kNone) return false;
  for (std::size_t i = 0; i < slack_.size(); ++i)
    slack_[i] += network_.budget_demand_of(mode[activity])[i] - network_.budget_demand_of(taken)[i];
  mode[activity] = taken;
  return true;
}

}  // namespace kilter::schedule
