// A working calendar compiled to open intervals over a span, with fast work arithmetic.
//
//   open     |=====|     |=====|        |=====|
//   t        0     8     24    32       72    80      (hours)
//   add(6h, 4h) = 26h : two hours until 8, the other two from 24
//
// Work is counted in seconds of open time. All operations are monotone in their first argument.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "time/instant.hpp"

namespace kilter::time {

// Half-open [open, close).
struct Interval {
  Tick open = 0;
  Tick close = 0;
  friend bool operator==(const Interval&, const Interval&) = default;
};

class WorkingCalendar {
 public:
  // Closed for ever.
  WorkingCalendar() = default;
  // From intervals in any order; overlapping and touching ones are merged, empty ones dropped.
  explicit WorkingCalendar(std::vector<Interval> intervals);
  // Open from `from` until `until` without a break.
  static WorkingCalendar always(Tick from, Tick until);

  [[nodiscard]] std::span<const Interval> intervals() const { return intervals_; }
  [[nodiscard]] bool never_open() const { return intervals_.empty(); }

  // First open tick >= t; kNever when there is none.
  [[nodiscard]] Tick next_open(Tick t) const;
  // Last tick <= t that is open or is a close (the end of open time); kLongAgo when there is none.
  [[nodiscard]] Tick previous_close(Tick t) const;
  // The end of `work` seconds begun at the first open tick >= start. work = 0: next_open(start). kNever when it does
  // not fit.
  [[nodiscard]] Tick add(Tick start, Tick work) const;
  // The latest start s (open) such that add(s, work) <= end. kLongAgo when it does not fit. work = 0:
  // previous_close(end).
  [[nodiscard]] Tick subtract(Tick end, Tick work) const;
  // First tick >= start from which `work` fits into one open interval without a break; kNever when none.
  [[nodiscard]] Tick fit(Tick start, Tick work) const;
  // The latest start s <= end - work such that [s, s + work) lies in one open interval; kLongAgo when none.
  [[nodiscard]] Tick fit_before(Tick end, Tick work) const;
  // next_open(start) and add(start, work) in one look-up; close is kNever when the work does not fit.
  [[nodiscard]] Interval run(Tick start, Tick work) const;
  // Open seconds in [from, until).
  [[nodiscard]] Tick work_between(Tick from, Tick until) const;
  [[nodiscard]] bool is_open(Tick t) const;

  [[nodiscard]] static WorkingCalendar intersect(const WorkingCalendar& a, const WorkingCalendar& b);
  [[nodiscard]] static WorkingCalendar unite(const WorkingCalendar& a, const WorkingCalendar& b);
  // a without b.
  [[nodiscard]] static WorkingCalendar subtract(const WorkingCalendar& a, const WorkingCalendar& b);

  friend bool operator==(const WorkingCalendar& a, const WorkingCalendar& b) { return a.intervals_ == b.intervals_; }

 private:
  // The end of `work` seconds begun at `begin` inside interval `index`.
  [[nodiscard]] Tick end_of(std::size_t index, Tick begin, Tick work) const;
  // Index of the first interval with close > t; intervals_.size() when none. O(1) on ordinary calendars by day buckets.
  [[nodiscard]] std::size_t interval_at(Tick t) const;

  std::vector<Interval> intervals_;
  std::vector<Tick> work_before_;            // open seconds before interval i
  Tick bucket_origin_ = 0;                   // start of the first bucket
  std::vector<std::uint32_t> first_in_day_;  // per day since bucket_origin_: first interval with close > day start
};

}  // namespace kilter::time
