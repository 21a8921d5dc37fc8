#include "material/network/route_times.hpp"

#include <algorithm>

#include "base/require.hpp"
#include "plan/work_content.hpp"
#include "plan/working_hours.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using model::ItemId;
using model::OperationId;
using time::kLongAgo;
using time::kNever;
using time::WorkingCalendar;

std::uint32_t first_of(const model::Item& item) { return (*item.operations.begin()).index(); }

// Operations of an item, every successor before its predecessors, into `order` (one place per operation).
void sort_downstream_first(const model::Plant& plant, const model::Item& item, std::span<OperationId> order) {
  const std::uint32_t first = first_of(item);
  std::vector<std::uint32_t> successors(order.size(), 0);
  for (const OperationId id : item.operations) {
    for (const model::Predecessor& before : plant.operations[id].predecessors) {
      ++successors[before.operation.index() - first];
    }
  }
  std::size_t found = 0;
  for (std::size_t k = order.size(); k > 0; --k) {
    if (successors[k - 1] == 0) order[found++] = OperationId(first + k - 1);
  }
  for (std::size_t done = 0; done < found; ++done) {
    for (const model::Predecessor& before : plant.operations[order[done]].predecessors) {
      if (--successors[before.operation.index() - first] == 0) order[found++] = before.operation;
    }
  }
  KILTER_REQUIRE(found == order.size());
}

}  // namespace

RouteTimes::RouteTimes(const model::Plant& plant) : plant_(plant), steps_(plant.operations.size()) {
  const std::vector<const WorkingCalendar*> unit_hours = hours_of_units();
  for (const OperationId id : base::ids_of(plant.operations)) {
    steps_[id.index()] = step_of(plant.operations[id], unit_hours);
  }
  order_.resize(plant.operations.size());
  for (const model::Item& item : plant.items) {
    if (item.operations.empty()) continue;
    sort_downstream_first(plant, item, {order_.data() + first_of(item), item.operations.size()});
  }
}

std::vector<const WorkingCalendar*> RouteTimes::hours_of_units() {
  const model::Plant& plant = plant_;
  std::vector<const WorkingCalendar*> unit_hours(plant.work_units.size(), nullptr);
  closed_hours_.reserve(plant.work_units.size());
  for (const model::WorkUnitId id : base::ids_of(plant.work_units)) {
    const model::WorkUnit& unit = plant.work_units[id];
    if (unit.closures.empty()) {
      if (unit.calendar.valid()) unit_hours[id.index()] = &plant.calendars[unit.calendar].regular;
    } else {
      closed_hours_.push_back(plan::unit_hours(plant, {}, id));
      unit_hours[id.index()] = &closed_hours_.back();
    }
  }
  return unit_hours;
}

RouteTimes::Step RouteTimes::step_of(const model::Operation& operation,
                                     const std::vector<const WorkingCalendar*>& unit_hours) const {
  Step step;
  step.pausable = operation.interruptible;
  if (operation.vendor.valid()) {
    const model::CalendarId calendar = plant_.vendors[operation.vendor].calendar;
    if (calendar.valid()) step.hours = &plant_.calendars[calendar].regular;
    step.outside = later(0, operation.outside_lead_time.count());
  } else if (!operation.units.empty()) {
    step.choice = *std::max_element(operation.units.begin(), operation.units.end(),
                                    [](const auto& a, const auto& b) { return a.speed < b.speed; });
    step.hours = unit_hours[step.choice.unit.index()];
  }
  return step;
}

std::span<const OperationId> RouteTimes::downstream_first(ItemId item) const {
  const auto operations = plant_.items[item].operations;
  return {order_.data() + (*operations.begin()).index(), operations.size()};
}

Tick RouteTimes::work_of(OperationId operation, Quantity units) const {
  const Step& step = steps_[operation.index()];
  if (plant_.operations[operation].vendor.valid()) return step.outside;
  return later(plan::run_seconds(plant_, operation, step.choice, units), plant_.operations[operation].setup.count());
}

Tick RouteTimes::latest_start(const Step& step, Tick end, Tick work) const {
  if (work == 0 || end <= kLongAgo) return end;
  if (step.hours == nullptr) return earlier(end, work);
  const Tick start = step.pausable ? step.hours->subtract(end, work) : step.hours->fit_before(end, work);
  return start == kLongAgo ? earlier(end, work) : start;
}

Tick RouteTimes::earliest_end(const Step& step, Tick start, Tick work) const {
  if (work == 0 || start == kNever) return start;
  if (step.hours == nullptr) return later(start, work);
  if (step.pausable) return step.hours->add(start, work);
  return later(step.hours->fit(start, work), work);
}

Tick RouteTimes::latest_starts(ItemId item, Quantity started, Tick need, std::vector<Tick>& starts) const {
  const model::Item& made = plant_.items[item];
  starts.assign(made.operations.size(), need);  // latest ends until an operation is looked at
  const std::uint32_t first = first_of(made);
  Tick begin = need;
  for (const OperationId id : downstream_first(item)) {
    Tick& start = starts[id.index() - first];
    start = latest_start(steps_[id.index()], start, work_of(id, plan::quantity_at(plant_, started, id)));
    begin = std::min(begin, start);
    for (const model::Predecessor& before : plant_.operations[id].predecessors) {
      Tick& end = starts[before.operation.index() - first];
      end = std::min(end, earlier(start, before.minimum_wait.count()));
    }
  }
  return begin;
}

Tick RouteTimes::earliest_end(ItemId item, Quantity started, Tick from) const {
  const model::Item& made = plant_.items[item];
  const std::uint32_t first = first_of(made);
  const auto order = downstream_first(item);
  std::vector<Tick> ends(made.operations.size(), from);
  Tick last = from;
  for (std::size_t k = order.size(); k > 0; --k) {
    const OperationId id = order[k - 1];
    Tick ready = from;
    for (const model::Predecessor& before : plant_.operations[id].predecessors) {
      ready = std::max(ready, later(ends[before.operation.index() - first], before.minimum_wait.count()));
    }
    const Tick work = work_of(id, plan::quantity_at(plant_, started, id));
    ends[id.index() - first] = earliest_end(steps_[id.index()], ready, work);
    last = std::max(last, ends[id.index() - first]);
  }
  return last;
}

Tick RouteTimes::end_of(const plan::Placement& placement, Quantity started, Tick ready) const {
  const Step& step = steps_[placement.operation.index()];
  switch (placement.status) {
    case model::WorkStatus::done:
      return std::max<Tick>(0, placement.end);
    case model::WorkStatus::started:
      return earliest_end(step, 0, placement.run);
    case model::WorkStatus::pinned:
      ready = std::max(ready, placement.start);
      break;
    case model::WorkStatus::waiting:
      break;
  }
  const Quantity units = plan::quantity_at(plant_, started, placement.operation);
  return earliest_end(step, ready, work_of(placement.operation, units));
}

Tick RouteTimes::earliest_end(const plan::ProductionOrder& order, std::span<const plan::Placement> placements) const {
  const std::uint32_t first = first_of(plant_.items[order.item]);
  const auto sequence = downstream_first(order.item);
  std::vector<Tick> ends(sequence.size(), 0);
  Tick last = 0;
  for (std::size_t k = sequence.size(); k > 0; --k) {
    const std::uint32_t step = sequence[k - 1].index() - first;
    Tick ready = 0;
    for (const model::Predecessor& before : plant_.operations[sequence[k - 1]].predecessors) {
      ready = std::max(ready, later(ends[before.operation.index() - first], before.minimum_wait.count()));
    }
    ends[step] = end_of(placements[step], order.quantity, ready);
    last = std::max(last, ends[step]);
  }
  return last;
}

}  // namespace kilter::material
