#include "capacity/just_in_time.hpp"

#include <algorithm>

namespace kilter::capacity {

using plan::Placement;
using plan::PlacementId;
using time::Interval;
using time::Tick;

namespace {

// Ticks stay far from the end of their type however long the chain.
Tick earlier(Tick t, std::int64_t seconds) {
  return static_cast<Tick>(std::max<std::int64_t>(time::kLongAgo, static_cast<std::int64_t>(t) - seconds));
}

}  // namespace

Tick JustInTime::latest_start(const Placement& placement, Tick end) {
  const Tick work = placement.setup + placement.run;
  const time::WorkingCalendar* hours = nullptr;
  if (placement.unit.valid()) {
    hours = &regular_.unit(placement.unit);
  } else {
    const model::VendorId vendor = plant_.operations[placement.operation].vendor;
    if (vendor.valid() && plant_.vendors[vendor].calendar.valid()) {
      hours = &plant_.calendars[plant_.vendors[vendor].calendar].regular;
    }
  }
  const Tick start = hours == nullptr ? time::kLongAgo : hours->subtract(end, work);
  return start == time::kLongAgo ? earlier(end, work) : start;
}

const std::vector<Interval>& JustInTime::dates(const plan::Plan& plan, const plan::ProductionOrder& order) {
  const std::uint32_t first =
      order.placements.begin() == order.placements.end() ? 0 : (*order.placements.begin()).index();
  const std::size_t count = order.placements.size();
  dates_.assign(count, {.open = order.need, .close = order.need});
  const std::uint32_t first_operation = (*plant_.items[order.item].operations.begin()).index();
  for (std::size_t i = count; i-- > 0;) {
    const Placement& placement = plan.placements[PlacementId(first + i)];
    dates_[i].open = latest_start(placement, dates_[i].close);
    for (const model::Predecessor& before : plant_.operations[placement.operation].predecessors) {
      const std::size_t at = before.operation.index() - first_operation;
      dates_[at].close = std::min(dates_[at].close, earlier(dates_[i].open, before.minimum_wait.count()));
    }
  }
  return dates_;
}

}  // namespace kilter::capacity
