#include "schedule/bounds/relaxation/open_time.hpp"

#include <algorithm>

namespace kilter::schedule {

OpenTime::OpenTime(const WidestHours& hours, std::span<const Index> lanes) {
  std::vector<std::pair<const time::WorkingCalendar*, std::int64_t>> counted;  // few different calendars
  for (const Index lane : lanes) {
    const time::WorkingCalendar* calendar = &hours.of_lane(lane);
    const auto same = std::find_if(counted.begin(), counted.end(), [&](const auto& c) { return c.first == calendar; });
    if (same == counted.end()) {
      counted.emplace_back(calendar, 1);
    } else {
      ++same->second;
    }
  }
  std::vector<std::pair<std::int64_t, std::int64_t>> steps;  // instant, change of the rate
  for (const auto& [calendar, count] : counted) {
    for (const time::Interval& interval : calendar->intervals()) {
      steps.emplace_back(interval.open, count);
      steps.emplace_back(interval.close, -count);
    }
  }
  std::sort(steps.begin(), steps.end());
  std::int64_t rate = 0;
  for (const auto& [at, change] : steps) {
    if (points_.empty() || points_.back().at != at) points_.push_back({.at = at, .before = before(at), .rate = rate});
    rate += change;
    points_.back().rate = rate;
  }
}

std::int64_t OpenTime::before(std::int64_t t) const {
  const auto after = std::upper_bound(points_.begin(), points_.end(), t,
                                      [](std::int64_t at, const Point& point) { return at < point.at; });
  if (after == points_.begin()) return 0;
  const Point& point = *(after - 1);
  return point.before + (t - point.at) * point.rate;
}

std::int64_t OpenTime::reached(std::int64_t work) const {
  const auto enough = std::lower_bound(points_.begin(), points_.end(), work,
                                       [](const Point& point, std::int64_t wanted) { return point.before < wanted; });
  if (enough == points_.begin() || enough == points_.end()) return kNever;
  const Point& point = *(enough - 1);  // its rate is not 0: more has come by the next one
  return point.at + (work - point.before + point.rate - 1) / point.rate;
}

}  // namespace kilter::schedule
