// How much open time some lanes offer together until an instant: the clock of a machine that works as fast as all of
// them at once.
//
//   lane 1     |=====|     |=====|
//   lane 2     |=========|
//   before(t)  rises by 2, 1, 1 and 0 per second
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "schedule/bounds/relaxation/widest_hours.hpp"

namespace kilter::schedule {

class OpenTime {
 public:
  // O(intervals log intervals).
  OpenTime(const WidestHours& hours, std::span<const Index> lanes);

  // Open seconds of all lanes before `t`, counted from their first opening. O(log intervals).
  [[nodiscard]] std::int64_t before(std::int64_t t) const;
  // The first instant with at least `work` before it; kNever when there is none. `work` is positive. O(log intervals).
  [[nodiscard]] std::int64_t reached(std::int64_t work) const;
  // No lane closes between its first opening and its last closing, and all have these in common.
  [[nodiscard]] bool unbroken() const { return points_.size() <= 2; }

 private:
  struct Point {
    std::int64_t at = 0;
    std::int64_t before = 0;
    std::int64_t rate = 0;  // from here on
  };
  std::vector<Point> points_;
};

}  // namespace kilter::schedule
