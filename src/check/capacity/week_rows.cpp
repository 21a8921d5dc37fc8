#include "check/capacity/week_rows.hpp"

#include <algorithm>

namespace kilter::check {

WeekRows::WeekRows(const model::Plant& plant, Tick last) {
  std::vector<Tick> mondays{plant.days.week_start(0)};
  for (std::size_t day = plant.days.day_of(0) + 1; day < plant.days.count(); ++day) {
    if (plant.days.weekday(day) == 0) mondays.push_back(plant.days.start_of(day));
  }
  mondays.push_back(plant.span_end);
  for (std::size_t i = 0; i + 1 < mondays.size(); ++i) {
    if (i > 0 && (mondays[i] > last || mondays[i] >= plant.span_end)) break;
    weeks_.push_back({.open = mondays[i], .close = std::min(mondays[i + 1], plant.span_end)});
  }
}

void WeekRows::add_capacity(Resource resource, std::int64_t times, IntervalSpan regular, IntervalSpan all) {
  for (std::size_t week = 0; week < weeks_.size(); ++week) {
    const Tick from = std::max<Tick>(0, weeks_[week].open);
    const std::int64_t open = total(clipped(regular, from, weeks_[week].close));
    const std::int64_t with_overtime = total(clipped(all, from, weeks_[week].close));
    row(resource, week).capacity += times * open;
    row(resource, week).overtime += times * std::max<std::int64_t>(0, with_overtime - open);
  }
}

void WeekRows::spread(Resource resource, std::int64_t plan::Load::*what, const Part& part) {
  const std::size_t first = week_of(part.span.open);
  const std::size_t last = std::max(first, week_of(part.span.close - 1));
  const std::int64_t open = total(clipped(part.hours, part.span.open, part.span.close));
  if (first == last || open == 0) {
    row(resource, first).*what += part.work;
    return;
  }
  std::int64_t before = 0;
  for (std::size_t week = first; week <= last; ++week) {
    const Tick until = week == last ? part.span.close : weeks_[week].close;
    const std::int64_t passed = total(clipped(part.hours, part.span.open, until));
    const auto by_then = static_cast<std::int64_t>(base::Int128(part.work) * passed / open);
    row(resource, week).*what += by_then - before;
    before = by_then;
  }
}

void WeekRows::add_to_centre(model::WorkCentreId centre, const plan::Load& load) {
  if (!centre.valid()) return;
  plan::Load& sum = row({plan::LoadKind::work_centre, centre.index()}, week_of(load.week));
  sum.capacity += load.capacity;
  sum.overtime += load.overtime;
  sum.planned += load.planned;
  sum.required += load.required;
}

Loads WeekRows::loads() const {
  Loads held;
  for (const auto& [key, load] : rows_) {
    if (load.capacity != 0 || load.overtime != 0 || load.planned != 0 || load.required != 0) held.emplace(key, load);
  }
  return held;
}

std::size_t WeekRows::week_of(Tick t) const {
  std::size_t week = 0;
  while (week + 1 < weeks_.size() && weeks_[week + 1].open <= t) ++week;
  return week;
}

plan::Load& WeekRows::row(Resource resource, std::size_t week) {
  plan::Load& load = rows_[{resource.first, resource.second, weeks_[week].open}];
  load.kind = resource.first;
  load.index = resource.second;
  load.week = weeks_[week].open;
  return load;
}

}  // namespace kilter::check
