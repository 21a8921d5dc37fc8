#include "schedule/window/delay_value.hpp"

#include <algorithm>

#include "schedule/timing/objective.hpp"

namespace kilter::schedule {

DelayValue::DelayValue(const Network& network)
    : network_(network),
      per_second_(network.operation_count(), 0),
      slack_(network.operation_count(), kNever),
      binding_(network.operation_count(), kNone) {
  Cost sum = 0;
  Cost count = 0;
  for (const Job& job : network.problem().jobs) {
    sum += job.late_per_second;
    count += job.late_per_second > 0 ? 1 : 0;
  }
  typical_ = count > 0 ? sum / count : 0;
}

void DelayValue::assess(const State& state) {
  std::fill(per_second_.begin(), per_second_.end(), 0);
  std::fill(slack_.begin(), slack_.end(), kNever);
  std::fill(binding_.begin(), binding_.end(), kNone);
  assess_jobs(state);
  for (auto op = state.order.rbegin(); op != state.order.rend(); ++op) {
    if (state.end[*op] != kNever) pass_back(state, *op);
  }
}

void DelayValue::assess_jobs(const State& state) {
  const Problem& problem = network_.problem();
  for (Index job = 0; job < problem.jobs.size(); ++job) {
    const Tick last = completion(problem, state, job);
    const Tick due = problem.jobs[job].due;
    if (last == kNever || due == kNever || problem.jobs[job].late_per_second == 0) continue;
    bool blamed = last <= due;
    for (const Index op : problem.closing_of(job)) {
      slack_[op] = std::min(slack_[op], std::max(due, last) - state.end[op]);
      if (blamed || state.end[op] != last) continue;
      per_second_[op] += problem.jobs[job].late_per_second;
      blamed = true;
    }
  }
}

void DelayValue::pass_back(const State& state, Index op) {
  if (network_.row(op).fixed == Fixed::running) return;
  const bool stays = network_.row(op).fixed == Fixed::pinned;
  Wait latest{.until = network_.row(op).release};
  for_each_wait(network_, state, op, [&](const Wait& wait) {
    const std::int64_t free = std::int64_t{state.start[op]} - wait.until + (stays ? 0 : slack_[op]);
    const Tick room = static_cast<Tick>(std::clamp<std::int64_t>(free, 0, kNever));
    slack_[wait.operation] = std::min(slack_[wait.operation], room);
    if (wait.until >= latest.until) latest = wait;
  });
  if (stays || latest.operation == kNone) return;
  binding_[op] = latest.operation;
  per_second_[latest.operation] += per_second_[op];
}

}  // namespace kilter::schedule
