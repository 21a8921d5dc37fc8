// ISO weeks of the plan as a row of ticks, from the origin's week on.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "model/plant.hpp"
#include "time/instant.hpp"

namespace kilter::capacity {

using time::Tick;

class WeekGrid {
 public:
  // Weeks of `plant` from the origin's to the one that holds `last` (at least one; none beyond the plant's span).
  WeekGrid(const model::Plant& plant, Tick last) {
    Tick start = plant.days.week_start(0);
    while (start != time::kNever && (starts_.empty() || start <= last) && start < plant.span_end) {
      starts_.push_back(start);
      start = plant.days.next_week_start(start);
    }
    end_ = std::min(start, plant.span_end);
  }

  [[nodiscard]] std::size_t count() const { return starts_.size(); }
  // Monday 00:00 local; may lie before the origin for week 0.
  [[nodiscard]] Tick start(std::size_t week) const { return starts_[week]; }
  [[nodiscard]] Tick end(std::size_t week) const { return week + 1 < starts_.size() ? starts_[week + 1] : end_; }
  // The week that holds t; the first or the last one when t lies outside.
  [[nodiscard]] std::size_t week_of(Tick t) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), t);
    return after == starts_.begin() ? 0 : static_cast<std::size_t>(after - starts_.begin()) - 1;
  }

 private:
  std::vector<Tick> starts_;
  Tick end_ = 0;
};

}  // namespace kilter::capacity
