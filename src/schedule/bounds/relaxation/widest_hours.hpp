// For every operation and mode, hours that contain the effective ones whoever fills its slots: the machine's, cut with
// the union of each slot's candidates. Bounds use them, so that no choice of people can do better.
//
//   machine    |==========|
//   person A   |===|
//   person B         |==|
//   widest     |===| |==|      an operation with one slot, A or B
#pragma once

#include <deque>
#include <map>
#include <utility>
#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

class WidestHours {
 public:
  // Borrows the problem. O(candidates) and one calendar for each new combination.
  explicit WidestHours(const Problem& problem);
  WidestHours(const WidestHours&) = delete;
  WidestHours& operator=(const WidestHours&) = delete;

  // Never open when a slot has no candidate.
  [[nodiscard]] const time::WorkingCalendar& of(Index op, const Mode& mode);
  // Whenever `lane` may be used, as a machine or in any slot.
  [[nodiscard]] const time::WorkingCalendar& of_lane(Index lane) const { return *table_[lane_hours_[lane]]; }

 private:
  [[nodiscard]] Index add(time::WorkingCalendar calendar);
  [[nodiscard]] Index unite(Index a, Index b);
  [[nodiscard]] Index intersect(Index a, Index b);
  void unite_sets();
  void unite_lanes();

  const Problem& problem_;
  std::vector<const time::WorkingCalendar*> table_;  // the problem's, then the derived ones
  std::deque<time::WorkingCalendar> derived_;        // stable addresses
  std::map<std::pair<Index, Index>, Index> united_;
  std::map<std::pair<Index, Index>, Index> cut_;
  Index closed_ = kNone;
  std::vector<Index> set_hours_;   // lane set -> union of its candidates' hours
  std::vector<Index> lane_hours_;  // lane -> union of the hours it may be used in
};

}  // namespace kilter::schedule
