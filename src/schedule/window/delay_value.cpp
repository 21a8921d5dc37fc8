#include "schedule/window/delay_value.hpp"

#include <algorithm>

#include "schedule/timing/objective.hpp"

namespace kilter::schedule {

DelayValue::DelayValue(const Network& network)
    : network_(network),
      per_second_(network.operation_count(), 0),
      latest_end_(network.operation_count(), kNever),
      binding_(network.operation_count(), kNone) {
  Cost sum = 0;
  Cost count = 0;
  for (const Job& job : network.problem().jobs) {
    sum += job.late_per_second;
    count += job.late_per_second > 0 ? 1 : 0;
  }
  typical_ = count > 0 ? sum / count : 0;
}

void DelayValue::assess(const State& state, const CalendarCache& calendars) {
  std::fill(per_second_.begin(), per_second_.end(), 0);
  std::fill(latest_end_.begin(), latest_end_.end(), kNever);
  std::fill(binding_.begin(), binding_.end(), kNone);
  assess_jobs(state);
  for (auto op = state.order.rbegin(); op != state.order.rend(); ++op) {
    if (state.end[*op] != kNever) pass_back(state, calendars, *op);
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
      latest_end_[op] = std::min(latest_end_[op], std::max(due, last));
      if (blamed || state.end[op] != last) continue;
      per_second_[op] += problem.jobs[job].late_per_second;
      blamed = true;
    }
  }
}

Tick DelayValue::latest_start(const State& state, const CalendarCache& calendars, Index op) const {
  if (network_.row(op).fixed != Fixed::free || latest_end_[op] <= state.end[op]) return state.start[op];
  if (latest_end_[op] == kNever) return kNever;
  const time::WorkingCalendar& hours = calendars[state.calendar[op]];
  const Tick work = state.setup[op] + network_.problem().modes[state.mode[op]].work;
  const Tick start =
      network_.row(op).pausable != 0 ? hours.subtract(latest_end_[op], work) : hours.fit_before(latest_end_[op], work);
  return std::max(start, state.start[op]);
}

void DelayValue::pass_back(const State& state, const CalendarCache& calendars, Index op) {
  if (network_.row(op).fixed == Fixed::running) return;
  const Tick latest = latest_start(state, calendars, op);
  Wait longest{.until = network_.row(op).release};
  for_each_wait(network_, state, op, [&](const Wait& wait) {
    // What it waits for may end before its own end counts (people who leave, batches): the difference stays.
    const std::int64_t ahead = std::int64_t{state.end[wait.operation]} - wait.until;
    const Tick end = static_cast<Tick>(std::clamp<std::int64_t>(latest + ahead, state.end[wait.operation], kNever));
    if (latest != kNever) latest_end_[wait.operation] = std::min(latest_end_[wait.operation], end);
    if (wait.until >= longest.until) longest = wait;
  });
  if (network_.row(op).fixed == Fixed::pinned || longest.operation == kNone) return;
  binding_[op] = longest.operation;
  per_second_[longest.operation] += per_second_[op];
}

}  // namespace kilter::schedule
