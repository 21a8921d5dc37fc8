// Just-in-time pass: one sweep from right to left over the topological order gives every operation its latest end.
//
//   left-shifted    [A][B]......[C]      due
//   right-shifted   ......[A][B][C]..... v     C keeps its completion (or moves to due - buffer), A and B follow
//
// What would cost more later, in dearer hours or away from its promised time, stays, and the total never rises.
// What a late job waits for is not moved: late work is done as early as it can be.
// The mirror image of the timing sweep; maximum lags pull successors back by greatest fixed point. The given times are
// a solution of the same rules, so nothing ever moves earlier than it was.
#include <algorithm>

#include "schedule/search.hpp"
#include "schedule/timing/calendar_cache.hpp"
#include "schedule/timing/network.hpp"
#include "schedule/timing/objective.hpp"
#include "schedule/timing/state.hpp"
#include "schedule/timing/timing.hpp"

namespace kilter::schedule {
namespace {

constexpr Tick kLeastStint = 3'600;
constexpr int kPasses = 200;  // of pulling back for maximum lags; then nothing is moved

class RightShift {
 public:
  RightShift(const Problem& problem, const Solution& solution, Tick buffer)
      : problem_(problem),
        network_(problem),
        calendars_(problem),
        timing_(network_, calendars_),
        state_(make_state(network_, calendars_, solution)),
        given_(solution),
        last_end_(problem.operation_count, kLongAgo),
        last_wait_(problem.operation_count, kNever),
        hurried_(problem.operation_count, false) {
    take_times();
    bound_jobs(buffer);
    hurry_late_jobs();
  }

  Solution run() {
    for (int pass = 0; pass < kPasses; ++pass) {
      for (auto op = state_.order.rbegin(); op != state_.order.rend(); ++op) shift(*op);
      if (!pull_back()) {
        start_passive();
        Solution result = to_solution(network_, state_);
        result.score = score_of(network_, state_);
        return result.score.total() > given_.score.total() ? given_ : result;
      }
    }
    return given_;
  }

 private:
  // Bounds on the start and on the end of an operation; the stricter one rules.
  struct Latest {
    Tick start = kNever;
    Tick end = kNever;
  };

  void take_times() {
    for (Index op = 0; op < problem_.operation_count; ++op) {
      timing_.write(state_, op, {.start = given_.start[op], .end = given_.end[op], .setup = given_.setup[op]});
    }
  }

  void bound_jobs(Tick buffer) {
    std::vector<Tick> job_end(problem_.operation_count, kNever);
    for (Index job = 0; job < problem_.jobs.size(); ++job) {
      const Tick due = problem_.jobs[job].due;
      const Tick wanted = due == kNever ? kLongAgo : std::max(due, kLongAgo + buffer) - buffer;
      // A job that others are held for does not make them wait longer.
      const bool may_wait = network_.held_for(job).empty();
      const Tick bound = std::max(completion(problem_, state_, job), may_wait ? wanted : kLongAgo);
      for (const Index op : problem_.closing_of(job)) job_end[op] = std::min(job_end[op], bound);
    }
    for (Index op = 0; op < problem_.operation_count; ++op) {
      const bool leads_nowhere = network_.successors_of(op).empty() && network_.jobs_closed_by(op).empty();
      last_end_[op] = std::min(leads_nowhere ? given_.end[op] : job_end[op], problem_.horizon);
    }
  }

  // Marks everything that a late job waits for.
  void hurry_late_jobs() {
    for (Index job = 0; job < problem_.jobs.size(); ++job) {
      if (completion(problem_, state_, job) <= problem_.jobs[job].due) continue;
      for (const Index op : problem_.closing_of(job)) hurried_[op] = true;
    }
    for (auto op = state_.order.rbegin(); op != state_.order.rend(); ++op) {
      if (!hurried_[*op]) continue;
      for (const Arc& arc : problem_.predecessors_of(*op)) hurried_[arc.operation] = true;
    }
  }

  void shift(Index op) {
    if (state_.start[op] == kNever || network_.row(op).fixed != Fixed::free || hurried_[op]) return;
    if (is_joined(state_, op)) return;  // moves with the first of its batch, which stands before it
    Latest latest;
    for (Index one = op; one != kNone; one = next_in_batch(state_, one)) {
      if (hurried_[one]) return;
      bound(one, latest);
    }
    const Tick start = latest_start(op, latest);
    if (start <= state_.start[op]) return;
    const Times before{.start = state_.start[op], .end = state_.end[op], .setup = state_.setup[op]};
    const Cost cost = cost_of_time(op);
    write_batch(op, {.start = start, .end = end_from(op, start), .setup = state_.setup[op]});
    if (cost_of_time(op) > cost) write_batch(op, before);
  }

  void bound(Index op, Latest& latest) const {
    latest.end = std::min(latest.end, last_end_[op]);
    keep_waits(op, latest);
    for (const Successor& successor : network_.successors_of(op)) keep_arc(op, successor, latest);
    const Index behind = state_.next[op];
    if (behind != kNone && !is_joined(state_, behind)) latest.end = std::min(latest.end, state_.start[behind]);
    for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot)
      keep_lane(op, slot, latest);
  }

  void write_batch(Index first, const Times& times) {
    for (Index one = first; one != kNone; one = next_in_batch(state_, one)) timing_.write(state_, one, times);
  }

  // What the operation's own times, and those of its batch, cost, while no job's completion moves.
  [[nodiscard]] Cost cost_of_time(Index first) const {
    Cost cost = 0;
    if (!network_.has_timed_costs()) return cost;
    for (Index one = first; one != kNone; one = next_in_batch(state_, one)) {
      cost += operation_cost(network_, state_, one).total();
    }
    return cost;
  }

  // What goes on by itself begins when the work before it is over, however late what follows may be.
  void start_passive() {
    for (const Index op : state_.order) {
      if (!is_passive(op) || state_.start[op] == kNever || shares_batch(state_, op)) continue;
      const Tick ready = timing_.arcs_ready(state_, op);
      const Tick start = hours(op).next_open(std::max(ready, network_.row(op).release));
      if (start >= state_.start[op]) continue;
      timing_.write(state_, op, {.start = start, .end = end_from(op, start), .setup = state_.setup[op]});
    }
  }

  [[nodiscard]] bool is_passive(Index op) const {
    if (problem_.passive.empty() || problem_.passive[op] == 0 || network_.row(op).fixed != Fixed::free) return false;
    const auto arcs = network_.predecessors_of(op);
    const bool in_batches = std::any_of(arcs.begin(), arcs.end(), [](const Arc& arc) { return arc.transfer != kNone; });
    const auto successors = network_.successors_of(op);
    return !in_batches && std::none_of(successors.begin(), successors.end(), [this](const Successor& successor) {
      return problem_.predecessors[successor.arc].maximum_lag != kNever;
    });
  }

  [[nodiscard]] const time::WorkingCalendar& hours(Index op) const { return calendars_[state_.calendar[op]]; }
  [[nodiscard]] Tick work_of(Index op) const { return state_.setup[op] + timing_.work_of(state_, op); }
  [[nodiscard]] Tick end_from(Index op, Tick start) const {
    return network_.row(op).pausable != 0 ? hours(op).add(start, work_of(op)) : start + work_of(op);
  }

  // `part` working seconds from the start must be over by `by`.
  void finish_part(Index op, Tick part, Tick by, Latest& latest) const {
    if (part >= work_of(op)) {
      latest.end = std::min(latest.end, by);
    } else if (part == 0 || network_.row(op).pausable == 0) {
      latest.start = std::min(latest.start, by - part);
    } else {
      latest.start = std::min(latest.start, hours(op).subtract(by, part));
    }
  }

  void keep_waits(Index op, Latest& latest) const {
    if (last_wait_[op] == kNever) return;
    const bool ahead = problem_.setup_overlaps_waiting && state_.setup[op] > 0;
    finish_part(op, ahead ? state_.setup[op] : 0, last_wait_[op], latest);
  }

  void keep_arc(Index op, const Successor& successor, Latest& latest) const {
    const Index next = successor.operation;
    const Arc& arc = problem_.predecessors[successor.arc];
    if (state_.start[next] == kNever) return;
    const Tick wait_over = timing_.wait_over(state_, next);
    if (arc.transfer == kNone) {
      latest.end = std::min(latest.end, wait_over - arc.minimum_lag);
      return;
    }
    const Transfer& transfer = problem_.transfers[arc.transfer];
    const bool ahead = problem_.setup_overlaps_waiting && network_.row(next).fixed == Fixed::free;
    const Tick own = problem_.own_setup[next] + (ahead ? 0 : state_.setup[next]);
    const Tick run = problem_.modes[state_.mode[next]].work - problem_.own_setup[next];
    const Tick made_own = state_.setup[op] + problem_.own_setup[op];
    const Tick made_run = problem_.modes[state_.mode[op]].work - problem_.own_setup[op];
    for (std::int64_t k = 1; k <= transfer.count(); ++k) {
      const Tick before = k == 1 ? 0 : own + transfer.before(run, k);
      const Tick wanted = before == 0 ? wait_over : hours(next).next_open(hours(next).add(wait_over, before));
      if (wanted == kNever) continue;  // nothing open after it: the last batch may come at any time before its end
      finish_part(op, made_own + transfer.finished(made_run, k), wanted - arc.minimum_lag, latest);
    }
  }

  void keep_lane(Index op, Index slot, Latest& latest) const {
    const Index behind = state_.next[network_.node_of_slot(slot)];
    if (behind == kNone) return;
    const Tick by = state_.start[network_.operation_of_node(behind)];
    const Tick run = problem_.slots[slot].attended_run;
    const Tick part =
        run == kWhole ? work_of(op) : std::min(work_of(op), state_.setup[op] + problem_.own_setup[op] + run);
    finish_part(op, part, by, latest);
  }

  [[nodiscard]] Tick latest_start(Index op, const Latest& latest) const {
    const Tick work = work_of(op);
    const time::WorkingCalendar& open = hours(op);
    if (network_.row(op).pausable == 0) {
      const std::int64_t end = std::min(std::int64_t{latest.end}, std::int64_t{latest.start} + work);
      const Tick by = static_cast<Tick>(std::min<std::int64_t>(end, kNever));
      return work == 0 ? last_open(open, by) : open.fit_before(by, work);
    }
    const Tick by_end = work == 0 ? last_open(open, latest.end) : open.subtract(latest.end, work);
    return std::min(by_end, last_open(open, latest.start));
  }

  // An open tick <= t, near it: before closed time an hour is left, so that nothing begins with the last second of a
  // shift.
  static Tick last_open(const time::WorkingCalendar& open, Tick t) {
    const Tick close = open.previous_close(t);
    if (close == kLongAgo || open.is_open(close)) return close;
    const Tick hour_before = open.subtract(close, kLeastStint);
    return hour_before == kLongAgo ? close - 1 : hour_before;
  }

  // Maximum lags: whoever now waits too long is bounded for the next pass, which begins from the given times again.
  bool pull_back() {
    bool pulled = false;
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (!network_.waits_at_most(op) || state_.start[op] == kNever || network_.row(op).fixed == Fixed::running)
        continue;
      const Tick start = timing_.wait_over(state_, op);
      for (const Arc& arc : network_.predecessors_of(op)) {
        if (arc.maximum_lag == kNever) continue;
        const std::int64_t latest = std::int64_t{state_.end[arc.operation]} + arc.maximum_lag;
        if (start <= latest) continue;
        last_wait_[op] = std::min(last_wait_[op], static_cast<Tick>(latest));
        pulled = true;
      }
    }
    if (pulled) take_times();
    return pulled;
  }

  const Problem& problem_;
  Network network_;
  CalendarCache calendars_;
  Timing timing_;
  State state_;
  const Solution& given_;
  std::vector<Tick> last_end_;   // operation: from jobs and the horizon
  std::vector<Tick> last_wait_;  // operation: its waiting work must begin by then
  std::vector<bool> hurried_;    // operation: a late job waits for it
};

}  // namespace

Solution right_shift(const Problem& problem, const Solution& solution, Tick buffer) {
  return RightShift(problem, solution, buffer).run();
}

}  // namespace kilter::schedule
