#include "time/working_calendar.hpp"

#include <algorithm>

namespace kilter::time {
namespace {

constexpr Tick kDay = 86'400;

std::vector<Interval> normalised(std::vector<Interval> intervals) {
  std::erase_if(intervals, [](const Interval& interval) { return interval.open >= interval.close; });
  std::sort(intervals.begin(), intervals.end(), [](const Interval& a, const Interval& b) { return a.open < b.open; });
  std::vector<Interval> merged;
  for (const Interval& interval : intervals) {
    if (!merged.empty() && interval.open <= merged.back().close) {
      merged.back().close = std::max(merged.back().close, interval.close);
    } else {
      merged.push_back(interval);
    }
  }
  return merged;
}

}  // namespace

WorkingCalendar::WorkingCalendar(std::vector<Interval> intervals) : intervals_(normalised(std::move(intervals))) {
  if (intervals_.empty()) return;
  work_before_.reserve(intervals_.size());
  Tick work = 0;
  for (const Interval& interval : intervals_) {
    work_before_.push_back(work);
    work += interval.close - interval.open;
  }
  bucket_origin_ = intervals_.front().open;
  const auto days = static_cast<std::size_t>((intervals_.back().close - bucket_origin_) / kDay) + 1;
  first_in_day_.reserve(days);
  std::uint32_t index = 0;
  for (std::size_t day = 0; day < days; ++day) {
    const Tick start = bucket_origin_ + static_cast<Tick>(day) * kDay;
    while (index < intervals_.size() && intervals_[index].close <= start) ++index;
    first_in_day_.push_back(index);
  }
}

WorkingCalendar WorkingCalendar::always(Tick from, Tick until) {
  return WorkingCalendar({Interval{.open = from, .close = until}});
}

std::size_t WorkingCalendar::interval_at(Tick t) const {
  if (intervals_.empty() || t >= intervals_.back().close) return intervals_.size();
  if (t < bucket_origin_) return 0;
  std::size_t index = first_in_day_[static_cast<std::size_t>((t - bucket_origin_) / kDay)];
  while (intervals_[index].close <= t) ++index;
  return index;
}

Tick WorkingCalendar::next_open(Tick t) const {
  const std::size_t index = interval_at(t);
  if (index == intervals_.size()) return kNever;
  return std::max(t, intervals_[index].open);
}

Tick WorkingCalendar::previous_close(Tick t) const {
  const std::size_t index = interval_at(t);
  if (index < intervals_.size() && intervals_[index].open <= t) return t;
  return index == 0 ? kLongAgo : intervals_[index - 1].close;
}

Tick WorkingCalendar::add(Tick start, Tick work) const {
  const std::size_t index = interval_at(start);
  if (index == intervals_.size()) return kNever;
  return end_of(index, std::max(start, intervals_[index].open), work);
}

Interval WorkingCalendar::run(Tick start, Tick work) const {
  const std::size_t index = interval_at(start);
  if (index == intervals_.size()) return {.open = kNever, .close = kNever};
  const Tick begin = std::max(start, intervals_[index].open);
  return {.open = begin, .close = end_of(index, begin, work)};
}

Tick WorkingCalendar::end_of(std::size_t index, Tick begin, Tick work) const {
  if (work <= intervals_[index].close - begin) return begin + work;
  // Work still to do, counted from the start of the calendar.
  const std::int64_t target = static_cast<std::int64_t>(work_before_[index]) + (begin - intervals_[index].open) + work;
  const std::size_t limit = std::min(intervals_.size(), index + 4);
  while (index + 1 < limit && work_before_[index + 1] < target) ++index;
  if (index + 1 == limit && limit < intervals_.size()) {
    const auto after =
        std::lower_bound(work_before_.begin() + static_cast<std::ptrdiff_t>(index), work_before_.end(), target);
    index = static_cast<std::size_t>(after - work_before_.begin()) - 1;
  }
  const std::int64_t end = intervals_[index].open + (target - work_before_[index]);
  return end > intervals_[index].close ? kNever : static_cast<Tick>(end);
}

Tick WorkingCalendar::subtract(Tick end, Tick work) const {
  if (work == 0) return previous_close(end);
  if (intervals_.empty()) return kLongAgo;
  // Open seconds before `end`, less the work: the latest start is where exactly that much lies before it, as late as
  // possible.
  const std::size_t at = interval_at(end);
  std::int64_t before = 0;
  if (at == intervals_.size()) {
    before = static_cast<std::int64_t>(work_before_.back()) + (intervals_.back().close - intervals_.back().open);
  } else {
    before = static_cast<std::int64_t>(work_before_[at]) + std::max<Tick>(0, end - intervals_[at].open);
  }
  const std::int64_t target = before - work;
  if (target < 0) return kLongAgo;
  // The last interval whose start has at most `target` before it.
  const auto after = std::upper_bound(work_before_.begin(), work_before_.end(), target);
  const auto index = static_cast<std::size_t>(after - work_before_.begin()) - 1;
  return intervals_[index].open + static_cast<Tick>(target - work_before_[index]);
}

Tick WorkingCalendar::fit(Tick start, Tick work) const {
  for (std::size_t index = interval_at(start); index < intervals_.size(); ++index) {
    const Tick begin = std::max(start, intervals_[index].open);
    if (intervals_[index].close - begin >= work) return begin;
  }
  return kNever;
}

Tick WorkingCalendar::fit_before(Tick end, Tick work) const {
  std::size_t index = std::min(interval_at(end), intervals_.size() - (intervals_.empty() ? 0U : 1U));
  if (intervals_.empty()) return kLongAgo;
  for (;; --index) {
    const Tick close = std::min(end, intervals_[index].close);
    if (close - work >= intervals_[index].open) return close - work;
    if (index == 0) return kLongAgo;
  }
}

Tick WorkingCalendar::work_between(Tick from, Tick until) const {
  if (from >= until || intervals_.empty()) return 0;
  const auto before = [this](Tick t) -> Tick {
    const std::size_t index = interval_at(t);
    if (index == intervals_.size()) {
      return work_before_.back() + (intervals_.back().close - intervals_.back().open);
    }
    return work_before_[index] + std::max<Tick>(0, t - intervals_[index].open);
  };
  return before(until) - before(from);
}

bool WorkingCalendar::is_open(Tick t) const {
  const std::size_t index = interval_at(t);
  return index < intervals_.size() && intervals_[index].open <= t;
}

WorkingCalendar WorkingCalendar::intersect(const WorkingCalendar& a, const WorkingCalendar& b) {
  std::vector<Interval> result;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.intervals_.size() && j < b.intervals_.size()) {
    const Interval& x = a.intervals_[i];
    const Interval& y = b.intervals_[j];
    const Interval both{.open = std::max(x.open, y.open), .close = std::min(x.close, y.close)};
    if (both.open < both.close) result.push_back(both);
    if (x.close < y.close) {
      ++i;
    } else {
      ++j;
    }
  }
  return WorkingCalendar(std::move(result));
}

WorkingCalendar WorkingCalendar::unite(const WorkingCalendar& a, const WorkingCalendar& b) {
  std::vector<Interval> all = a.intervals_;
  all.insert(all.end(), b.intervals_.begin(), b.intervals_.end());
  return WorkingCalendar(std::move(all));
}

WorkingCalendar WorkingCalendar::subtract(const WorkingCalendar& a, const WorkingCalendar& b) {
  std::vector<Interval> result;
  std::size_t j = 0;
  for (const Interval& interval : a.intervals_) {
    Tick open = interval.open;
    while (j < b.intervals_.size() && b.intervals_[j].close <= open) ++j;
    for (std::size_t k = j; k < b.intervals_.size() && b.intervals_[k].open < interval.close; ++k) {
      if (b.intervals_[k].open > open) result.push_back({.open = open, .close = b.intervals_[k].open});
      open = std::max(open, b.intervals_[k].close);
    }
    if (open < interval.close) result.push_back({.open = open, .close = interval.close});
  }
  return WorkingCalendar(std::move(result));
}

}  // namespace kilter::time
