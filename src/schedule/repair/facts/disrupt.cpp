#include <algorithm>

#include "schedule/repair/facts/absences.hpp"
#include "schedule/repair/facts/cancel.hpp"
#include "schedule/repair/facts/disruption.hpp"
#include "schedule/repair/facts/divide_batches.hpp"
#include "schedule/repair/facts/standing.hpp"
#include "schedule/repair/ways/repairs.hpp"

namespace kilter::schedule {
namespace {

class Writer {
 public:
  Writer(const Problem& problem, const Solution& published, const Disruption& facts)
      : before_{.problem = problem, .published = published}, changed_(before_), facts_(facts) {}

  Disrupted run() {
    problem_.origin = facts_.now;
    const GroupParts parts = cut_hours(problem_, facts_.absences);
    split_modes(problem_, parts, plan_.lane, plan_.mode);
    change_facts();
    for (const NewJob& job : facts_.new_jobs) add_job(job, parts);
    start_work();
    cancel_jobs(changed_, facts_.cancelled_jobs);
    freeze();
    divide_batches(changed_);
    free_lost_pins();
    write_latest_ends();
    plan_.score = {};
    return std::move(changed_);
  }

 private:
  void change_facts() {
    for (const ChangedWork& change : facts_.works) {
      const Index op = change.operation;
      for (Index mode = problem_.mode_begin[op]; mode < problem_.mode_begin[op + 1]; ++mode) {
        problem_.modes[mode].work = std::max(problem_.own_setup[op], problem_.modes[mode].work + change.by);
      }
    }
    for (const MovedRelease& moved : facts_.releases) problem_.release[moved.operation] = moved.release;
    for (const MovedDue& moved : facts_.dues) problem_.jobs[moved.job].due = moved.due;
  }

  void add_job(const NewJob& added, const GroupParts& parts) {
    const Index first = problem_.operation_count;
    const auto job = static_cast<Index>(problem_.jobs.size());
    for (const NewOperation& operation : added.operations) add_operation(operation, job, parts);
    std::vector<bool> is_followed(added.operations.size(), false);
    for (Index arc = problem_.predecessor_begin[first]; arc < problem_.predecessors.size(); ++arc) {
      if (problem_.predecessors[arc].operation >= first)
        is_followed[problem_.predecessors[arc].operation - first] = true;
    }
    for (Index i = 0; i < is_followed.size(); ++i) {
      if (!is_followed[i]) problem_.closing.push_back(first + i);
    }
    problem_.jobs.push_back(added.job);
    problem_.closing_begin.push_back(static_cast<Index>(problem_.closing.size()));
  }

  void add_operation(const NewOperation& added, Index job, const GroupParts& parts) {
    const Index op = problem_.operation_count++;
    problem_.release.push_back(added.release);
    problem_.family.push_back(added.family);
    problem_.own_setup.push_back(added.own_setup);
    problem_.pausable.push_back(added.pausable ? 1 : 0);
    if (!problem_.passive.empty()) problem_.passive.push_back(added.passive ? 1 : 0);
    if (!problem_.held.empty()) problem_.held.push_back(Held::no);
    if (!problem_.baselines.empty()) problem_.baselines.emplace_back();
    if (!problem_.holdings.empty()) problem_.holdings.emplace_back();
    if (problem_.has_batches()) add_to_batches(added);
    problem_.fixed.push_back(Fixed::free);
    problem_.fixed_lane.push_back(kNone);
    append_modes(problem_, parts, added.modes);
    problem_.slots.insert(problem_.slots.end(), added.slots.begin(), added.slots.end());
    problem_.predecessors.insert(problem_.predecessors.end(), added.predecessors.begin(), added.predecessors.end());
    problem_.fixed_slot_lane.resize(problem_.slots.size(), kNone);
    plan_.slot_lane.resize(problem_.slots.size(), kNone);
    plan_.mode.push_back(problem_.mode_begin.back());
    problem_.mode_begin.push_back(static_cast<Index>(problem_.modes.size()));
    problem_.slot_begin.push_back(static_cast<Index>(problem_.slots.size()));
    problem_.predecessor_begin.push_back(static_cast<Index>(problem_.predecessors.size()));
    problem_.serves.push_back(job);
    problem_.latest_end.push_back(kNever);
    plan_.lane.push_back(kNone);
    plan_.start.push_back(kNever);
    plan_.end.push_back(kNever);
    plan_.setup.push_back(0);
    plan_.order.push_back(op);
  }

  void add_to_batches(const NewOperation& added) {
    problem_.batch_size.push_back(added.batch_size);
    problem_.batch_family.push_back(added.batch_family);
    if (!problem_.fixed_batch.empty()) problem_.fixed_batch.push_back(kNone);
    plan_.joins.push_back(0);
  }

  void start_work() {
    const std::vector<Tick> setups = standing(before_, changed_, Zone::started, facts_.now);
    for (Index op = 0; op < problem_.operation_count; ++op) {
      const bool ran = problem_.fixed[op] == Fixed::running;
      if (setups[op] != kNever) {
        fix(op, Fixed::running);
        write_only_mode(op, setups[op]);
      } else if (ran) {
        set_free(op);
      }
    }
  }

  void freeze() {
    const Tick until = std::max(facts_.now, facts_.frozen_until);
    const std::vector<Tick> setups = standing(before_, changed_, Zone::frozen, until);
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (problem_.fixed[op] == Fixed::running) continue;
      if (setups[op] != kNever && plan_.start[op] >= facts_.now) {
        fix(op, Fixed::pinned);
        write_only_mode(op, 0);
      } else {
        set_free(op);
      }
    }
  }

  // Limited waits move predecessors too, which only the whole sweep knows.
  void free_lost_pins() {
    for (bool found = true; found;) {
      found = false;
      const Damage damage(problem_, plan_);
      for (Index op = 0; op < problem_.operation_count; ++op) {
        if (problem_.fixed[op] != Fixed::pinned || damage.unchanged_sequences().end[op] != kNever) continue;
        set_free(op);
        found = true;
      }
      if (found) divide_batches(changed_);
    }
  }

  void fix(Index op, Fixed how) {
    problem_.fixed[op] = how;
    problem_.fixed_lane[op] = plan_.lane[op];
    problem_.release[op] = plan_.start[op];
    for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
      problem_.fixed_slot_lane[slot] = plan_.slot_lane[slot];
    }
  }

  void set_free(Index op) {
    if (problem_.fixed[op] != Fixed::free) {
      for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
        problem_.fixed_slot_lane[slot] = kNone;
      }
    }
    problem_.fixed[op] = Fixed::free;
    problem_.fixed_lane[op] = kNone;
    problem_.release[op] = std::max(problem_.release[op], facts_.now);
  }

  // The mode that was chosen is the only one left; `setup` has become part of the work.
  void write_only_mode(Index op, Tick setup) {
    Mode mode = problem_.modes[plan_.mode[op]];
    mode.work += setup;
    problem_.own_setup[op] += setup;
    std::fill(problem_.modes.begin() + problem_.mode_begin[op], problem_.modes.begin() + problem_.mode_begin[op + 1],
              mode);
  }

  // When an operation must end with infinite capacity, in its first mode.
  void write_latest_ends() {
    std::fill(problem_.latest_end.begin(), problem_.latest_end.end(), kNever);
    for (Index job = 0; job < problem_.jobs.size(); ++job) {
      for (const Index op : problem_.closing_of(job)) {
        problem_.latest_end[op] = std::min(problem_.latest_end[op], problem_.jobs[job].due);
      }
    }
    for (auto op = plan_.order.rbegin(); op != plan_.order.rend(); ++op) {
      const Tick latest_start = latest_start_of(*op);
      if (latest_start == kNever) continue;
      for (const Arc& arc : problem_.predecessors_of(*op)) {
        const Tick latest = latest_start <= kLongAgo + arc.minimum_lag ? kLongAgo : latest_start - arc.minimum_lag;
        problem_.latest_end[arc.operation] = std::min(problem_.latest_end[arc.operation], latest);
      }
    }
  }

  [[nodiscard]] Tick latest_start_of(Index op) const {
    const Tick end = problem_.latest_end[op];
    if (end == kNever || problem_.modes_of(op).empty()) return end;
    const Mode& mode = problem_.modes_of(op).front();
    const Index calendar =
        mode.group == kNone ? mode.calendar : problem_.lanes[problem_.groups[mode.group].first_lane].calendar;
    return problem_.calendars[calendar].subtract(end, mode.work);
  }

  Disrupted before_;
  Disrupted changed_;
  const Disruption& facts_;
  Problem& problem_ = changed_.problem;
  Solution& plan_ = changed_.published;
};

}  // namespace

Disrupted disrupt(const Problem& problem, const Solution& published, const Disruption& disruption) {
  return Writer(problem, published, disruption).run();
}

}  // namespace kilter::schedule
