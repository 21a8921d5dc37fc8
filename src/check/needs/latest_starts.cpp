#include "check/needs/latest_starts.hpp"

#include <algorithm>

#include "check/facts/content.hpp"

namespace kilter::check {
namespace {

Tick before(Tick t, std::int64_t seconds) {
  return static_cast<Tick>(std::max<std::int64_t>(time::kLongAgo, std::int64_t{t} - seconds));
}

// The unit on which the operation runs fastest, the first of equals; null when it needs none.
const model::UnitChoice* fastest(const model::Operation& operation) {
  const model::UnitChoice* best = nullptr;
  for (const model::UnitChoice& choice : operation.units) {
    if (best == nullptr || choice.speed > best->speed) best = &choice;
  }
  return best;
}

// The latest tick from which `work` seconds of `hours` lie before `end`, without a break or over as many as it takes;
// kLongAgo when there are not so many.
Tick latest(IntervalSpan hours, Tick end, std::int64_t work, bool breaks) {
  auto part = std::lower_bound(hours.begin(), hours.end(), end, [](Interval one, Tick t) { return one.open < t; });
  while (part != hours.begin()) {
    --part;
    const Tick close = std::min(part->close, end);
    if (work <= close - part->open) return close - static_cast<Tick>(work);
    if (breaks) work -= close - part->open;
  }
  return time::kLongAgo;
}

}  // namespace

LatestStarts::LatestStarts(const Facts& facts)
    : facts_(facts), start_(facts.plan.placements.size(), time::kNever), other_(start_) {
  for (const model::WorkUnit& unit : facts.plant.work_units) {
    units_.push_back(without(facts.open.regular(unit.calendar), closed_times(facts.plant, unit.closures)));
  }
  for (const plan::ProductionOrder& order : facts.plan.production_orders) add(order);
}

// Again and again until nothing moves: slow, but in any order of operations.
void LatestStarts::add(const plan::ProductionOrder& order) {
  std::vector<Tick> end(order.placements.size(), order.need);
  const std::uint32_t first = facts_.plant.items[order.item].operations.first().index();
  for (bool moved = true; moved;) {
    moved = false;
    for (const plan::PlacementId id : order.placements) {
      start_[id.index()] = latest_start(id, end[id.index() - order.placements.first().index()]);
      for (const model::Predecessor& rule : facts_.operation(id).predecessors) {
        Tick& known = end[rule.operation.index() - first];
        const Tick asked = before(start_[id.index()], rule.minimum_wait.count());
        moved = moved || asked < known;
        known = std::min(known, asked);
      }
    }
  }
  order_start_.push_back(order.need);
  for (const plan::PlacementId id : order.placements) {
    order_start_.back() = std::min(order_start_.back(), start_[id.index()]);
    const model::OperationProgress* fact = facts_.progress(id);
    other_[id.index()] = start_[id.index()];
    if (fact == nullptr || fact->status != model::WorkStatus::pinned) continue;
    other_[id.index()] = facts_.plant.frame.tick(fact->start);
    const bool holds = facts_.plan.placements[id].status == model::WorkStatus::pinned;
    if (holds) start_[id.index()] = other_[id.index()];
  }
}

Tick LatestStarts::latest_start(plan::PlacementId id, Tick end) const {
  const model::Operation& operation = facts_.operation(id);
  const model::UnitChoice* choice = fastest(operation);
  const base::Quantity units = quantity_at(facts_.plant, facts_.order(id), facts_.plan.placements[id].operation);
  const model::WorkUnitId unit = choice == nullptr ? model::WorkUnitId::none() : choice->unit;
  std::int64_t work =
      run_seconds(facts_.plant, facts_.plan.placements[id].operation, unit, units) + operation.setup.count();
  if (operation.vendor.valid()) work = operation.outside_lead_time.count();
  if (work == 0 || end <= time::kLongAgo) return end;
  IntervalSpan hours;
  if (operation.vendor.valid()) {
    const model::CalendarId calendar = facts_.plant.vendors[operation.vendor].calendar;
    if (!calendar.valid()) return before(end, work);
    hours = facts_.open.regular(calendar);
  } else if (choice != nullptr) {
    hours = units_[unit.index()];
  } else {
    return before(end, work);
  }
  const Tick start = latest(hours, end, work, operation.interruptible);
  return start == time::kLongAgo ? before(end, work) : start;
}

Wanted LatestStarts::start_of(plan::PlacementId id) const {
  return {.least = std::min(start_[id.index()], other_[id.index()]),
          .most = std::max(start_[id.index()], other_[id.index()])};
}

// Of the customer order that the peg serves, less the buffer.
Tick LatestStarts::due(const plan::Peg& peg) const {
  const Tick due = facts_.plant.frame.tick(facts_.plant.orders[model::OrderId(peg.demand_index)].due());
  return before(due, facts_.plant.policy.delivery_buffer.count());
}

Tick LatestStarts::wanted_by(plan::PegId id) const {
  const plan::Peg& peg = facts_.plan.pegs[id];
  if (peg.demand == plan::DemandKind::order) return due(peg);
  return peg.demand == plan::DemandKind::placement ? start_[peg.demand_index] : time::kNever;
}

Wanted LatestStarts::first_of(std::span<const plan::PegId> pegs) const {
  Wanted first;
  for (const plan::PegId id : pegs) {
    const plan::Peg& peg = facts_.plan.pegs[id];
    Wanted wanted;
    if (peg.demand == plan::DemandKind::order) {
      wanted = {.least = due(peg), .most = due(peg)};
    } else if (peg.demand == plan::DemandKind::placement) {
      wanted = start_of(plan::PlacementId(peg.demand_index));
    } else {
      wanted.least = 0;
    }
    first = {.least = std::min(first.least, wanted.least), .most = std::min(first.most, wanted.most)};
  }
  return first;
}

}  // namespace kilter::check
