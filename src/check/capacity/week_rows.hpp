// Rows of load being counted, one per resource and ISO week, from the origin's week to that of the last load.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "check/facts/intervals.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::check {

using LoadKey = std::tuple<plan::LoadKind, std::uint32_t, Tick>;  // kind, index, week: the order of the rows
using Loads = std::map<LoadKey, plan::Load>;
inline LoadKey key_of(const plan::Load& load) { return {load.kind, load.index, load.week}; }

class WeekRows {
 public:
  using Resource = std::pair<plan::LoadKind, std::uint32_t>;
  struct Part {
    std::int64_t work = 0;
    Interval span;
    IntervalSpan hours;
  };

  WeekRows(const model::Plant& plant, Tick last);

  // From now on: `times` the regular hours of each week, and what all hours have more as overtime.
  void add_capacity(Resource resource, std::int64_t times, IntervalSpan regular, IntervalSpan all);
  // Work is done along open hours: by the end of a week as much of it as of the hours, rounded down. Where none is
  // open, all of it in the first week; what lies before the first or after the last week counts there.
  void spread(Resource resource, std::int64_t plan::Load::*what, const Part& part);
  void add_to_centre(model::WorkCentreId centre, const plan::Load& load);
  // Rows that hold something.
  [[nodiscard]] Loads loads() const;

 private:
  [[nodiscard]] std::size_t week_of(Tick t) const;
  plan::Load& row(Resource resource, std::size_t week);

  std::vector<Interval> weeks_;
  Loads rows_;
};

}  // namespace kilter::check
