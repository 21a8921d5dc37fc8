// Working hours the obvious way: a list of open intervals, walked from its beginning every time. For proofs and tests
// only; shares nothing with time::WorkingCalendar's arithmetic.
#pragma once

#include <vector>

#include "schedule/problem.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

class PlainHours {
 public:
  explicit PlainHours(std::vector<time::Interval> open) : open_(std::move(open)) {}

  // Common open time of the machine (or the mode) and everyone who fills a slot of `op`; empty when somebody is
  // missing.
  static PlainHours of_operation(const Problem& problem, const Solution& solution, Index op);

  [[nodiscard]] bool is_open(Tick t) const;
  // First open tick >= t; kNever.
  [[nodiscard]] Tick open_from(Tick t) const;
  // When `work` open seconds from `start` on have passed; work = 0: open_from(start). kNever.
  [[nodiscard]] Tick after_work(Tick start, Tick work) const;
  // Open seconds in [from, until).
  [[nodiscard]] Tick seconds_between(Tick from, Tick until) const;
  // Seconds of [from, until) that are open here and in `other`.
  [[nodiscard]] Tick seconds_with(const time::WorkingCalendar& other, Tick from, Tick until) const;
  // Is [from, until) free of closed time? An empty span asks whether `from` is open.
  [[nodiscard]] bool unbroken(Tick from, Tick until) const;
  // First start >= t at which `work` fits without a break; kNever.
  [[nodiscard]] Tick unbroken_from(Tick t, Tick work) const;

 private:
  std::vector<time::Interval> open_;  // ascending, disjoint
};

}  // namespace kilter::schedule
