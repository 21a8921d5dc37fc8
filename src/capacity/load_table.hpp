// Loads of one kind being counted: a row per unit, skill or work centre, a column per week.
#pragma once

#include <cstdint>
#include <vector>

#include "capacity/week_grid.hpp"
#include "plan/plan.hpp"
#include "time/working_calendar.hpp"

namespace kilter::capacity {

struct LoadCell {
  std::int64_t capacity = 0;
  std::int64_t overtime = 0;
  std::int64_t planned = 0;
  std::int64_t required = 0;
  [[nodiscard]] bool empty() const { return capacity == 0 && overtime == 0 && planned == 0 && required == 0; }
  LoadCell& operator+=(const LoadCell& other) {
    capacity += other.capacity;
    overtime += other.overtime;
    planned += other.planned;
    required += other.required;
    return *this;
  }
};

class LoadTable {
 public:
  LoadTable(plan::LoadKind kind, std::size_t rows, const WeekGrid& weeks)
      : kind_(kind), weeks_(weeks), cells_(rows * weeks.count()) {}

  [[nodiscard]] const WeekGrid& weeks() const { return weeks_; }
  [[nodiscard]] LoadCell& at(std::size_t row, std::size_t week) { return cells_[row * weeks_.count() + week]; }

  // Adds `times` x the open time of `regular` per week as capacity, and what `all` has beyond it as overtime on offer;
  // both from the origin on.
  void add_capacity(std::size_t row, std::int64_t times, const time::WorkingCalendar& regular,
                    const time::WorkingCalendar& all);

  // Spreads `work` seconds done in [from, until) over the weeks by open time of `hours`, from the origin on; exact in
  // sum. Work before the origin's week, or with no open time at all, falls into the first week touched.
  void spread(std::size_t row, Tick work, const time::Interval& span, const time::WorkingCalendar& hours,
              std::int64_t LoadCell::*what);

  // All cells that hold something, by row and week.
  void write(std::vector<plan::Load>& loads) const;

 private:
  plan::LoadKind kind_;
  const WeekGrid& weeks_;
  std::vector<LoadCell> cells_;
};

}  // namespace kilter::capacity
