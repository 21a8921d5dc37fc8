#include "model/calendar_compiler.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace kilter::model {
namespace {

using time::Interval;
using time::WorkingCalendar;

constexpr Duration kDay{86'400};

void push_clipped(std::vector<Interval>& out, const Span& span, Interval interval) {
  interval.open = std::max(interval.open, span.begin);
  interval.close = std::min(interval.close, span.end);
  if (interval.open < interval.close) out.push_back(interval);
}

bool runs_on(const Shift& shift, time::LocalDay day, Instant start_of_day) {
  const std::chrono::weekday weekday(day);
  if (((shift.days >> (weekday.iso_encoding() - 1)) & 1U) == 0) return false;
  return (!shift.from || start_of_day >= *shift.from) && (!shift.until || start_of_day < *shift.until);
}

// Open intervals of the shifts of one class.
WorkingCalendar pattern(const Calendar& calendar, TimeClass wanted, const time::Zone& zone, const Span& span) {
  std::vector<Interval> open;
  const auto first = std::chrono::floor<std::chrono::days>(zone.local(span.frame.instant(span.begin) - kDay));
  const auto last = std::chrono::floor<std::chrono::days>(zone.local(span.frame.instant(span.end)));
  for (time::LocalDay day = first; day <= last; day += std::chrono::days(1)) {
    const Instant start_of_day = zone.start_of(day);
    for (const Shift& shift : calendar.shifts) {
      if (shift.time_class != wanted || !runs_on(shift, day, start_of_day)) continue;
      const Duration end(shift.end > shift.start ? shift.end : shift.end + kDay.count());
      const Tick opens = span.frame.tick(zone.instant(time::LocalTime(day) + Duration(shift.start)));
      const Tick closes = span.frame.tick(zone.instant(time::LocalTime(day) + end));
      push_clipped(open, span, {.open = opens, .close = closes});
    }
  }
  return WorkingCalendar(std::move(open));
}

// The time that belongs to exceptions of each kind, the later in the list winning where they overlap.
std::array<WorkingCalendar, 3> ruled(const std::vector<CalendarException>& exceptions, const Span& span) {
  struct Edge {
    Tick at;
    bool begins;
    std::size_t index;
  };
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < exceptions.size(); ++i) {
    const Tick from = std::max(span.begin, span.frame.tick(exceptions[i].from));
    const Tick until = std::min(span.end, span.frame.tick(exceptions[i].until));
    if (from >= until) continue;
    edges.push_back({from, true, i});
    edges.push_back({until, false, i});
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.at < b.at; });
  std::array<std::vector<Interval>, 3> of_kind;
  std::set<std::size_t> active;
  for (std::size_t e = 0; e < edges.size(); ++e) {
    if (edges[e].begins) {
      active.insert(edges[e].index);
    } else {
      active.erase(edges[e].index);
    }
    const bool lasts = e + 1 < edges.size() && edges[e + 1].at > edges[e].at && !active.empty();
    if (!lasts) continue;
    const auto kind = static_cast<std::size_t>(exceptions[*active.rbegin()].kind);
    of_kind[kind].push_back({.open = edges[e].at, .close = edges[e + 1].at});
  }
  return {WorkingCalendar(std::move(of_kind[0])), WorkingCalendar(std::move(of_kind[1])),
          WorkingCalendar(std::move(of_kind[2]))};
}

}  // namespace

void compile_calendar(Calendar& calendar, const time::Zone& zone, const Span& span) {
  const WorkingCalendar regular = pattern(calendar, TimeClass::regular, zone, span);
  const WorkingCalendar overtime =
      WorkingCalendar::subtract(pattern(calendar, TimeClass::overtime, zone, span), regular);
  if (calendar.exceptions.empty()) {
    calendar.regular = regular;
    calendar.overtime = overtime;
    return;
  }
  const auto [closed, open, dear] = ruled(calendar.exceptions, span);
  const auto without = [](const WorkingCalendar& from, const WorkingCalendar& a, const WorkingCalendar& b) {
    return WorkingCalendar::subtract(WorkingCalendar::subtract(from, a), b);
  };
  calendar.regular = WorkingCalendar::unite(without(regular, closed, dear), open);
  calendar.overtime = WorkingCalendar::unite(without(overtime, closed, open), dear);
}

}  // namespace kilter::model
