#include "schedule/window/window_jobs.hpp"

#include <algorithm>
#include <unordered_map>

#include "schedule/timing/objective.hpp"
#include "schedule/window/members.hpp"

namespace kilter::schedule {
namespace {

constexpr Cost kJobsBehind = 20;  // that a delay outside the window would make late

class JobWriter {
 public:
  JobWriter(const Trial& whole, const DelayValue& value, const std::vector<Index>& member_of, Window& window)
      : network_(whole.network()),
        state_(whole.state()),
        calendars_(whole.calendars()),
        value_(value),
        member_of_(member_of),
        problem_(window.problem) {
    problem_.closing_begin.push_back(0);
    for (const Index op : window.operations) {
      if (op == kNone) continue;
      for (const Index job : network_.jobs_closed_by(op)) add_closed(job, op);
      if (state_.end[op] != kNever) add_stand_ins(op);
    }
    if (!network_.problem().holdings.empty()) add_holdings(window.operations);
  }

 private:
  void close_job(const Job& job) {
    problem_.jobs.push_back(job);
    problem_.closing_begin.push_back(static_cast<Index>(problem_.closing.size()));
  }

  void add_job(Index op, const Job& job) {
    problem_.closing.push_back(member_of_[op]);
    close_job(job);
  }

  // Once for each job: when `op` is the first member that closes it.
  void add_closed(Index job, Index op) {
    const Job& whole = network_.problem().jobs[job];
    if (whole.late_per_second == 0 || whole.due == kNever) return;
    Tick due = whole.due;
    const auto begin = problem_.closing.size();
    for (const Index closing : network_.problem().closing_of(job)) {
      if (member_of_[closing] == kNone) {
        due = std::max(due, state_.end[closing]);
      } else {
        problem_.closing.push_back(member_of_[closing]);
      }
    }
    if (due == kNever || problem_.closing[begin] != member_of_[op]) return problem_.closing.resize(begin);
    job_of_.emplace(job, static_cast<Index>(problem_.jobs.size()));
    close_job({.due = due, .late_per_second = whole.late_per_second});
  }

  // What is held for a job that is not decided here is held until that is complete now.
  void add_holdings(const std::vector<Index>& operations) {
    problem_.holdings.resize(operations.size());
    for (Index op = 0; op < operations.size(); ++op) {
      if (operations[op] == kNone) continue;
      Holding& mine = problem_.holdings[op];
      mine = network_.problem().holdings[operations[op]];
      if (mine.job == kNone) continue;
      const auto found = job_of_.find(mine.job);
      mine.until = found == job_of_.end() ? completion(network_.problem(), state_, mine.job) : kNever;
      mine.job = found == job_of_.end() ? kNone : found->second;
    }
  }

  void add_stand_ins(Index op) {
    Tick latest = kNever;
    const auto outside = [&](Index next) {
      if (next == kNone || member_of_[next] != kNone || state_.end[next] == kNever) return;
      latest = std::min(latest, add_reward(op, next));
    };
    for (const Successor& successor : network_.successors_of(op)) outside(successor.operation);
    for_each_node(network_, op, [&](Index node) {
      if (state_.next[node] != kNone) outside(network_.operation_of_node(state_.next[node]));
    });
    if (latest != kNever && value_.typical() > 0)
      add_job(op, {.due = latest, .late_per_second = kJobsBehind * value_.typical()});
  }

  // Returns when `op` must end at the latest for `next`.
  Tick add_reward(Index op, Index next) {
    Tick mine = kLongAgo;
    Tick others = network_.row(next).release;
    for_each_wait(network_, state_, next, [&](const Wait& wait) {
      Tick& until = wait.operation == op ? mine : others;
      until = std::max(until, wait.until);
    });
    if (value_.binding(next) == op && mine > others && value_.per_second(next) > 0)
      add_job(op, {.due = state_.end[op] - (mine - others), .late_per_second = value_.per_second(next)});
    const Tick start = value_.latest_start(state_, calendars_, next);
    return start == kNever ? kNever : std::max(state_.end[op], start - (mine - state_.end[op]));
  }

  const Network& network_;
  const State& state_;
  const CalendarCache& calendars_;
  const DelayValue& value_;
  const std::vector<Index>& member_of_;
  Problem& problem_;
  std::unordered_map<Index, Index> job_of_;  // job of the whole -> of the window; looked up only
};

}  // namespace

void add_jobs(const Trial& whole, const DelayValue& value, const std::vector<Index>& member_of, Window& window) {
  JobWriter(whole, value, member_of, window);
}

}  // namespace kilter::schedule
