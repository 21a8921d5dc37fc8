#include "capacity/load_table.hpp"

#include <algorithm>

#include "base/fixed.hpp"

namespace kilter::capacity {

void LoadTable::add_capacity(std::size_t row, std::int64_t times, const time::WorkingCalendar& regular,
                             const time::WorkingCalendar& all) {
  for (std::size_t week = 0; week < weeks_.count(); ++week) {
    const Tick from = std::max<Tick>(0, weeks_.start(week));
    const Tick until = weeks_.end(week);
    const Tick open = regular.work_between(from, until);
    at(row, week).capacity += times * open;
    at(row, week).overtime += times * std::max<Tick>(0, all.work_between(from, until) - open);
  }
}

void LoadTable::spread(std::size_t row, Tick work, const time::Interval& span, const time::WorkingCalendar& hours,
                       std::int64_t LoadCell::*what) {
  const std::size_t first = weeks_.week_of(span.open);
  const std::size_t last = std::max(first, weeks_.week_of(span.close - 1));
  const Tick open = first == last ? 0 : hours.work_between(span.open, span.close);
  if (open == 0) {
    at(row, first).*what += work;
    return;
  }
  std::int64_t done = 0;
  for (std::size_t week = first; week <= last; ++week) {
    const Tick until = week == last ? span.close : weeks_.end(week);
    const std::int64_t reached = base::mul_div_floor(work, hours.work_between(span.open, until), open);
    at(row, week).*what += reached - done;
    done = reached;
  }
}

void LoadTable::write(std::vector<plan::Load>& loads) const {
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const LoadCell& cell = cells_[i];
    if (cell.empty()) continue;
    loads.push_back({.kind = kind_,
                     .index = static_cast<std::uint32_t>(i / weeks_.count()),
                     .week = weeks_.start(i % weeks_.count()),
                     .capacity = cell.capacity,
                     .overtime = cell.overtime,
                     .planned = cell.planned,
                     .required = cell.required});
  }
}

}  // namespace kilter::capacity
