#include "check/facts/intervals.hpp"

#include <algorithm>

namespace kilter::check {

Intervals merged(Intervals intervals) {
  std::sort(intervals.begin(), intervals.end(), [](Interval a, Interval b) { return a.open < b.open; });
  Intervals result;
  for (const Interval interval : intervals) {
    if (interval.open >= interval.close) continue;
    if (result.empty() || interval.open > result.back().close) {
      result.push_back(interval);
    } else if (interval.close > result.back().close) {
      result.back().close = interval.close;
    }
  }
  return result;
}

Intervals common(IntervalSpan a, IntervalSpan b) {
  Intervals result;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    const Interval both{.open = std::max(a[i].open, b[j].open), .close = std::min(a[i].close, b[j].close)};
    if (both.open < both.close) result.push_back(both);
    if (a[i].close < b[j].close) {
      ++i;
    } else {
      ++j;
    }
  }
  return result;
}

Intervals without(IntervalSpan a, IntervalSpan b) {
  Intervals result;
  std::size_t j = 0;
  for (const Interval interval : a) {
    Tick from = interval.open;
    while (j < b.size() && b[j].close <= from) ++j;
    for (std::size_t k = j; k < b.size() && b[k].open < interval.close; ++k) {
      if (b[k].open > from) result.push_back({.open = from, .close = b[k].open});
      from = std::max(from, b[k].close);
    }
    if (from < interval.close) result.push_back({.open = from, .close = interval.close});
  }
  return result;
}

Intervals clipped(IntervalSpan a, Tick from, Tick until) {
  Intervals result;
  auto at = std::upper_bound(a.begin(), a.end(), from, [](Tick t, Interval interval) { return t < interval.close; });
  for (; at != a.end() && at->open < until; ++at) {
    const Interval part{.open = std::max(at->open, from), .close = std::min(at->close, until)};
    if (part.open < part.close) result.push_back(part);
  }
  return result;
}

bool open_at(IntervalSpan a, Tick t) {
  const auto at =
      std::upper_bound(a.begin(), a.end(), t, [](Tick tick, Interval interval) { return tick < interval.close; });
  return at != a.end() && at->open <= t;
}

std::int64_t total(IntervalSpan a) {
  std::int64_t sum = 0;
  for (const Interval interval : a) sum += interval.close - interval.open;
  return sum;
}

Tick after_work(IntervalSpan a, std::int64_t work) {
  if (a.empty()) return time::kNever;
  if (work == 0) return a.front().open;
  for (const Interval interval : a) {
    const std::int64_t length = interval.close - interval.open;
    if (work <= length) return interval.open + static_cast<Tick>(work);
    work -= length;
  }
  return time::kNever;
}

}  // namespace kilter::check
