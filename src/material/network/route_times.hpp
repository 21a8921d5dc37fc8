// Lead time offsetting: when the operations of an order must start to be done by a date, and how soon they could be
// done, with infinite capacity on working calendars.
//
//   need                                            v
//   operation 10  |=====|  minimum wait             |
//   operation 20              |..........| closed |=|
//                 ^ latest start
//
// For made items: they have at least one operation each. It counts on its fastest unit (the first of them when equal),
// in regular hours less closures, with its own setup but no sequence-dependent one; people and tools are not looked at.
// Transfer batches are ignored: the successor waits for the whole order.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::material {

using time::Tick;

// t - seconds, saturated at kLongAgo.
constexpr Tick earlier(Tick t, std::int64_t seconds) {
  const std::int64_t result = std::int64_t{t} - seconds;
  return result <= time::kLongAgo ? time::kLongAgo : static_cast<Tick>(result);
}
// t + seconds, saturated at kNever.
constexpr Tick later(Tick t, std::int64_t seconds) {
  const std::int64_t result = std::int64_t{t} + seconds;
  return t == time::kNever || result >= time::kNever ? time::kNever : static_cast<Tick>(result);
}

class RouteTimes {
 public:
  explicit RouteTimes(const model::Plant& plant);

  // Latest start of every operation of `item` (in Item::operations order, into `starts`) for `started` units to be done
  // by `need`; returns the first of them. Where the calendars do not reach back far enough time counts round the clock.
  Tick latest_starts(model::ItemId item, base::Quantity started, Tick need, std::vector<Tick>& starts) const;

  // Earliest end of `started` units when everything they need is there at `from`. kNever when the calendars end before.
  [[nodiscard]] Tick earliest_end(model::ItemId item, base::Quantity started, Tick from) const;

  // Earliest end from the origin of an order on the floor, given the facts of its placements.
  [[nodiscard]] Tick earliest_end(const plan::ProductionOrder& order,
                                  std::span<const plan::Placement> placements) const;

 private:
  struct Step {
    model::UnitChoice choice;                      // fastest unit; none: no machine
    const time::WorkingCalendar* hours = nullptr;  // null: round the clock
    Tick outside = 0;                              // at the vendor's, on `hours`
    bool pausable = true;
  };
  // Open times by work unit; null: always. Those of units with closures are kept in `closed_hours_`.
  std::vector<const time::WorkingCalendar*> hours_of_units();
  [[nodiscard]] Step step_of(const model::Operation& operation,
                             const std::vector<const time::WorkingCalendar*>& unit_hours) const;
  [[nodiscard]] Tick work_of(model::OperationId operation, base::Quantity units) const;
  [[nodiscard]] Tick latest_start(const Step& step, Tick end, Tick work) const;
  [[nodiscard]] Tick earliest_end(const Step& step, Tick start, Tick work) const;
  [[nodiscard]] std::span<const model::OperationId> downstream_first(model::ItemId item) const;
  // End of an operation of an order on the floor, its predecessors being done at `ready`.
  [[nodiscard]] Tick end_of(const plan::Placement& placement, base::Quantity started, Tick ready) const;

  const model::Plant& plant_;
  std::vector<time::WorkingCalendar> closed_hours_;  // of units with closures
  std::vector<Step> steps_;                          // by OperationId index
  std::vector<model::OperationId> order_;            // per item: operations, successors before predecessors
};

}  // namespace kilter::material
