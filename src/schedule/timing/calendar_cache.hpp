// The calendars of a problem and the intersections of them that a schedule needs, each computed once.
//
//   cache.combine(machine_calendar, person_calendar)   ->  an index like any other calendar's
//
// Not shared between threads: every search thread has its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

class CalendarCache {
 public:
  // Borrows the problem's calendars.
  explicit CalendarCache(const Problem& problem);
  CalendarCache(const CalendarCache&) = delete;
  CalendarCache& operator=(const CalendarCache&) = delete;

  [[nodiscard]] const time::WorkingCalendar& operator[](Index calendar) const { return *table_[calendar]; }
  // The calendar that is open when both are. kNone stands for "no restriction".
  Index combine(Index a, Index b);

 private:
  Index intersect(Index a, Index b);

  std::vector<const time::WorkingCalendar*> table_;         // the problem's, then the derived ones
  std::deque<time::WorkingCalendar> derived_;               // stable addresses
  std::unordered_map<std::uint64_t, Index> pairs_;          // looked up only, never walked
  std::unordered_multimap<std::size_t, Index> by_content_;  // equal intersections are kept once
};

}  // namespace kilter::schedule
