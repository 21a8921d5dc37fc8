#include "schedule/proof/plain_hours.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

std::vector<time::Interval> common(const std::vector<time::Interval>& a, std::span<const time::Interval> b) {
  std::vector<time::Interval> result;
  for (const time::Interval& x : a) {
    for (const time::Interval& y : b) {
      const time::Interval both{.open = std::max(x.open, y.open), .close = std::min(x.close, y.close)};
      if (both.open < both.close) result.push_back(both);
    }
  }
  return result;
}

}  // namespace

PlainHours PlainHours::of_operation(const Problem& problem, const Solution& solution, Index op) {
  if (problem.modes_of(op).empty()) return PlainHours({});
  const Mode& mode = problem.modes[solution.mode[op]];
  if (mode.group != kNone && solution.lane[op] == kNone) return PlainHours({});
  const Index own = mode.group == kNone ? mode.calendar : problem.lanes[solution.lane[op]].calendar;
  std::vector<time::Interval> open;
  for (const time::Interval& interval : problem.calendars[own].intervals()) open.push_back(interval);
  for (Index slot = problem.slot_begin[op]; slot < problem.slot_begin[op + 1]; ++slot) {
    bool may = false;
    for (const Candidate& candidate : problem.lane_sets[problem.slots[slot].lanes]) {
      if (candidate.lane != solution.slot_lane[slot]) continue;
      open = common(open, problem.calendars[candidate.calendar].intervals());
      may = true;
      break;
    }
    if (!may) return PlainHours({});
  }
  return PlainHours(std::move(open));
}

bool PlainHours::is_open(Tick t) const {
  for (const time::Interval& interval : open_) {
    if (interval.open <= t && t < interval.close) return true;
  }
  return false;
}

Tick PlainHours::open_from(Tick t) const {
  for (const time::Interval& interval : open_) {
    if (t < interval.close) return std::max(t, interval.open);
  }
  return kNever;
}

Tick PlainHours::after_work(Tick start, Tick work) const {
  if (work == 0) return open_from(start);
  std::int64_t left = work;
  for (const time::Interval& interval : open_) {
    if (interval.close <= start) continue;
    const std::int64_t from = std::max(start, interval.open);
    if (left <= interval.close - from) return static_cast<Tick>(from + left);
    left -= interval.close - from;
  }
  return kNever;
}

Tick PlainHours::seconds_between(Tick from, Tick until) const {
  Tick sum = 0;
  for (const time::Interval& interval : open_) {
    sum += std::max<Tick>(0, std::min(until, interval.close) - std::max(from, interval.open));
  }
  return sum;
}

Tick PlainHours::seconds_with(const time::WorkingCalendar& other, Tick from, Tick until) const {
  return PlainHours(common(open_, other.intervals())).seconds_between(from, until);
}

bool PlainHours::unbroken(Tick from, Tick until) const {
  if (from == until) return is_open(from);
  for (const time::Interval& interval : open_) {
    if (interval.open <= from && until <= interval.close) return true;
  }
  return false;
}

Tick PlainHours::unbroken_from(Tick t, Tick work) const {
  for (const time::Interval& interval : open_) {
    const std::int64_t from = std::max(t, interval.open);
    if (from < interval.close && from + work <= interval.close) return static_cast<Tick>(from);
  }
  return kNever;
}

}  // namespace kilter::schedule
