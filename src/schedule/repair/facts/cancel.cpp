#include "schedule/repair/facts/cancel.hpp"

#include <algorithm>
#include <utility>

namespace kilter::schedule {
namespace {

// Operations from which a job in `jobs` (by flag), or with `ends` an operation that leads nowhere, can be reached.
std::vector<bool> needed_by(const Problem& problem, const std::vector<Index>& order, const std::vector<bool>& jobs,
                            bool ends) {
  std::vector<bool> needed(problem.operation_count, ends);
  if (ends) {
    for (const Arc& arc : problem.predecessors) needed[arc.operation] = false;
    for (const Index op : problem.closing) needed[op] = false;
  }
  for (Index job = 0; job < problem.jobs.size(); ++job) {
    if (!jobs[job]) continue;
    for (const Index op : problem.closing_of(job)) needed[op] = true;
  }
  for (auto op = order.rbegin(); op != order.rend(); ++op) {
    if (!needed[*op]) continue;
    for (const Arc& arc : problem.predecessors_of(*op)) needed[arc.operation] = true;
  }
  return needed;
}

class Cancellation {
 public:
  Cancellation(Disrupted& changed, const std::vector<bool>& gone)
      : problem_(changed.problem), plan_(changed.published), gone_(gone) {}

  void run() {
    always_ = static_cast<Index>(problem_.calendars.size());
    problem_.calendars.push_back(time::WorkingCalendar::always(problem_.origin, problem_.horizon));
    drop_slots();
    drop_arcs();
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (gone_[op]) empty(op);
    }
  }

 private:
  void drop_slots() {
    const std::vector<Index> begin = problem_.slot_begin;
    Index kept = 0;
    for (Index op = 0; op < problem_.operation_count; ++op) {
      problem_.slot_begin[op] = kept;
      for (Index slot = begin[op]; slot < begin[op + 1] && !gone_[op]; ++slot, ++kept) {
        problem_.slots[kept] = problem_.slots[slot];
        problem_.fixed_slot_lane[kept] = problem_.fixed_slot_lane[slot];
        plan_.slot_lane[kept] = plan_.slot_lane[slot];
      }
    }
    problem_.slot_begin[problem_.operation_count] = kept;
    problem_.slots.resize(kept);
    problem_.fixed_slot_lane.resize(kept);
    plan_.slot_lane.resize(kept);
  }

  // What is needed waits for nothing that is not, but for work that is running all the same.
  void drop_arcs() {
    const std::vector<Index> begin = problem_.predecessor_begin;
    const std::vector<Arc> arcs = std::exchange(problem_.predecessors, {});
    for (Index op = 0; op < problem_.operation_count; ++op) {
      problem_.predecessor_begin[op] = static_cast<Index>(problem_.predecessors.size());
      for (Index arc = begin[op]; arc < begin[op + 1] && !gone_[op]; ++arc) {
        if (!gone_[arcs[arc].operation]) problem_.predecessors.push_back(arcs[arc]);
      }
    }
    problem_.predecessor_begin[problem_.operation_count] = static_cast<Index>(problem_.predecessors.size());
  }

  void empty(Index op) {
    for (Index mode = problem_.mode_begin[op]; mode < problem_.mode_begin[op + 1]; ++mode) {
      problem_.modes[mode] = {.calendar = always_};
    }
    if (!problem_.baselines.empty()) problem_.baselines[op] = {};
    if (!problem_.holdings.empty()) problem_.holdings[op] = {};
    problem_.fixed[op] = Fixed::free;
    problem_.fixed_lane[op] = kNone;
    problem_.own_setup[op] = 0;
    problem_.release[op] = problem_.origin;
    problem_.family[op] = kNone;
    if (problem_.has_batches()) problem_.batch_family[op] = kNone;
    plan_.mode[op] = problem_.mode_begin[op];
    plan_.lane[op] = kNone;
    plan_.start[op] = plan_.end[op] = kNever;
    plan_.setup[op] = 0;
  }

  Problem& problem_;
  Solution& plan_;
  const std::vector<bool>& gone_;
  Index always_ = kNone;
};

}  // namespace

void cancel_jobs(Disrupted& changed, const std::vector<Index>& jobs) {
  if (jobs.empty()) return;
  Problem& problem = changed.problem;
  std::vector<bool> cancelled(problem.jobs.size(), false);
  for (const Index job : jobs) cancelled[job] = true;
  std::vector<bool> gone = needed_by(problem, changed.published.order, cancelled, false);
  cancelled.flip();
  const std::vector<bool> needed = needed_by(problem, changed.published.order, cancelled, true);
  for (Index op = 0; op < problem.operation_count; ++op) {
    gone[op] = gone[op] && !needed[op] && problem.fixed[op] != Fixed::running;
  }
  Cancellation(changed, gone).run();
  for (const Index job : jobs) problem.jobs[job] = {};
}

}  // namespace kilter::schedule
