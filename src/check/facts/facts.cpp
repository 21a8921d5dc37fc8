#include "check/facts/facts.hpp"

#include <algorithm>
#include <utility>

namespace kilter::check {
namespace {

// Number of the group of a supply or a demand.
std::size_t supply_group(const model::Plant& plant, const plan::Plan& plan, plan::SupplyKind kind, std::size_t index) {
  const std::size_t open = plant.stock.size();
  const std::size_t made = open + plant.purchase_orders.size();
  switch (kind) {
    case plan::SupplyKind::stock:
      return index;
    case plan::SupplyKind::open_purchase:
      return open + index;
    case plan::SupplyKind::production:
      return made + index;
    case plan::SupplyKind::purchase:
      break;
  }
  return made + plan.production_orders.size() + index;
}

std::size_t demand_group(const model::Plant& plant, const plan::Plan& plan, plan::DemandKind kind, std::size_t index) {
  switch (kind) {
    case plan::DemandKind::order:
      return index;
    case plan::DemandKind::placement:
      return plant.orders.size() + index;
    case plan::DemandKind::safety_stock:
      break;
  }
  return plant.orders.size() + plan.placements.size() + index;
}

// Persons with hour limits are asked one by one whether the operation pauses with them; from this one on together.
constexpr std::uint32_t kAskedTogether = 1U << 11U;

bool has_limits(const model::Person& person) { return person.hours_per_day || person.hours_per_week; }

// The bit of the next person with hour limits.
std::uint32_t take_bit(std::uint32_t& next) {
  const std::uint32_t bit = next;
  if (next < kAskedTogether) next <<= 1U;
  return bit;
}

}  // namespace

Facts::Facts(const model::Plant& the_plant, const plan::Plan& the_plan)
    : plant(the_plant),
      plan(the_plan),
      names(the_plant, the_plan),
      open(the_plant, the_plan),
      by_supply(the_plan, supply_group(the_plant, the_plan, plan::SupplyKind::purchase, the_plan.purchases.size()),
                [&](const plan::Peg& peg) { return supply_group(the_plant, the_plan, peg.supply, peg.supply_index); }),
      by_demand(the_plan, demand_group(the_plant, the_plan, plan::DemandKind::safety_stock, the_plant.items.size()),
                [&](const plan::Peg& peg) { return demand_group(the_plant, the_plan, peg.demand, peg.demand_index); }),
      pausing_(the_plan.placements.size(), 0),
      shared_(the_plan.production_orders.size(), false),
      cleared_from_(the_plant.orders.size(), 0) {
  for (const plan::PlacementId id : ids_of(plan.placements)) {
    if (is_live(plan.placements[id])) find_pausing(id);
  }
  bool asked = false;
  for (const model::Clearance& clearance : plant.clearances) {
    if (clearance.cleared || !clearance.order.valid()) continue;
    asked = true;
    Tick& from = cleared_from_[clearance.order.index()];
    if (clearance.expected) from = std::max(from, plant.frame.tick(*clearance.expected));
  }
  if (asked) find_shared();
}

void Facts::find_shared() {
  std::vector<model::OrderId> reached(plan.production_orders.size());
  for (const model::OrderId order : ids_of(plant.orders)) mark_suppliers(order, reached);
}

void Facts::mark_suppliers(model::OrderId order, std::vector<model::OrderId>& reached) {
  std::vector<plan::PegId> left;
  const auto add = [&](std::span<const plan::PegId> pegs) { left.insert(left.end(), pegs.begin(), pegs.end()); };
  add(supplied_to(plan::DemandKind::order, order.index()));
  while (!left.empty()) {
    const plan::Peg& peg = plan.pegs[left.back()];
    left.pop_back();
    if (peg.supply != plan::SupplyKind::production || shared_[peg.supply_index]) continue;
    model::OrderId& first = reached[peg.supply_index];
    if (first == order) continue;
    if (first.valid()) shared_[peg.supply_index] = true;
    first = order;
    for (const plan::PlacementId id : plan.production_orders[plan::ProductionOrderId(peg.supply_index)].placements) {
      add(supplied_to(plan::DemandKind::placement, id.index()));
    }
  }
}

Tick Facts::cleared_from(model::OrderId order) const { return cleared_from_[order.index()]; }

void Facts::find_pausing(plan::PlacementId id) {
  const plan::Placement& placement = plan.placements[id];
  const std::uint32_t limited = limited_people(id);
  const bool started = placement.status == model::WorkStatus::started;
  const Tick from = started ? resumed(id) : placement.start;
  const std::int64_t wanted = std::int64_t{placement.setup} + placement.run;
  if (limited == 0 || total(effective(id, from, placement.end)) <= wanted) return;
  // The fewest that explain the pauses, in the order of their slots; all of them when nothing explains them.
  for (std::uint32_t some = 1; some < limited; ++some) {
    pausing_[id.index()] = some;
    const Intervals hours = effective(id, from, placement.end);
    const bool tight = !hours.empty() && hours.front().open == from && hours.back().close == placement.end;
    if (tight && total(hours) == wanted) return;
  }
  pausing_[id.index()] = limited;
}

std::span<const plan::PegId> Facts::supplied_by(plan::SupplyKind kind, std::uint32_t index) const {
  return by_supply.of(supply_group(plant, plan, kind, index));
}

std::span<const plan::PegId> Facts::supplied_to(plan::DemandKind kind, std::uint32_t index) const {
  return by_demand.of(demand_group(plant, plan, kind, index));
}

std::vector<Attended> Facts::attended(plan::PlacementId id) const {
  std::vector<Attended> result;
  std::vector<plan::AssignmentId> people;
  for (const plan::AssignmentId assignment : plan.placements[id].assignments) {
    if (plan.assignments[assignment].kind == plan::AssigneeKind::person) people.push_back(assignment);
  }
  for (const model::SkillNeed& need : operation(id).skills) {
    for (std::int32_t head = 0; head < need.head_count; ++head) {
      const auto found = std::find_if(people.begin(), people.end(), [&](plan::AssignmentId assignment) {
        return assignment.valid() && plan.assignments[assignment].skill == need.skill;
      });
      result.push_back({.need = &need, .assignment = found == people.end() ? plan::AssignmentId() : *found});
      if (found != people.end()) *found = plan::AssignmentId();
    }
  }
  return result;
}

std::uint32_t Facts::limited_people(plan::PlacementId id) const {
  std::uint32_t people = 0;
  std::uint32_t next = 1;
  for (const Attended& slot : attended(id)) {
    if (!slot.assignment.valid()) continue;
    const model::PersonId person(plan.assignments[slot.assignment].index);
    if (has_limits(plant.people[person])) people |= take_bit(next);
  }
  return people;
}

Intervals Facts::present(plan::PlacementId id, Tick from, Tick until) const {
  const plan::Placement& placement = plan.placements[id];
  Intervals hours{{.open = from, .close = until}};
  if (from >= until) return {};
  if (placement.unit.valid()) {
    hours = clipped(open.unit(placement.unit), from, until);
  } else if (operation(id).vendor.valid()) {
    hours = clipped(open.vendor(operation(id).vendor), from, until);
  }
  std::uint32_t next = 1;
  for (const Attended& slot : attended(id)) {
    if (!slot.assignment.valid()) continue;
    const model::PersonId person(plan.assignments[slot.assignment].index);
    const bool pauses = has_limits(plant.people[person]) && (pausing_[id.index()] & take_bit(next)) != 0;
    hours = common(hours, clipped(pauses ? open.within_limits(person) : open.person(person), from, until));
  }
  return hours;
}

Intervals Facts::effective(plan::PlacementId id, Tick from, Tick until) const {
  Intervals hours = present(id, from, until);
  for (const Attended& slot : attended(id)) {
    if (!slot.assignment.valid()) continue;
    hours = common(hours, open.certified(model::PersonId(plan.assignments[slot.assignment].index), *slot.need));
  }
  return hours;
}

Tick Facts::resumed(plan::PlacementId id) const {
  const plan::Placement& placement = plan.placements[id];
  if (!placement.assignments.empty()) {
    Tick told = 0;
    for (const plan::AssignmentId assignment : placement.assignments) {
      told = std::max(told, plan.assignments[assignment].start);
    }
    return told;
  }
  const Intervals hours = effective(id, 0, placement.end);
  std::int64_t left = std::int64_t{placement.setup} + placement.run;
  if (left == 0) return std::max<Tick>(0, placement.end);
  for (auto part = hours.rbegin(); part != hours.rend(); ++part) {
    if (left <= part->close - part->open) return part->close - static_cast<Tick>(left);
    left -= part->close - part->open;
  }
  return 0;
}

bool Facts::interrupted(plan::PlacementId id, Tick from) const {
  const plan::Placement& placement = plan.placements[id];
  if (placement.status != model::WorkStatus::started) return false;
  if (!placement.unit.valid() || plant.work_units[placement.unit].unlimited) return false;
  return std::any_of(plan.placements.begin(), plan.placements.end(), [&](const plan::Placement& other) {
    return &other != &placement && other.status == model::WorkStatus::started && other.unit == placement.unit &&
           other.lane == placement.lane && !unplaced(other) && other.end <= from;
  });
}

bool Facts::is_about(const model::Clearance& clearance, plan::PlacementId id) const {
  if (clearance.operation.valid()) return clearance.operation == plan.placements[id].operation;
  if (clearance.production_order.valid()) return clearance.production_order == order(id).open;
  return clearance.order == order(id).for_order && !shared_[plan.placements[id].order.index()];
}

const model::OperationProgress* Facts::progress(plan::PlacementId id) const {
  const plan::ProductionOrder& made = order(id);
  if (!made.open.valid()) return nullptr;
  for (const model::OperationProgress& step : plant.production_orders[made.open].progress) {
    if (step.operation == plan.placements[id].operation) return &step;
  }
  return nullptr;
}

std::int64_t attended_work(const plan::Placement& placement, const model::SkillNeed& need) {
  if (need.attendance == model::Attendance::setup) return placement.setup;
  if (need.attendance == model::Attendance::whole) return std::int64_t{placement.setup} + placement.run;
  const base::Int128 share = base::Int128(placement.run) * need.share.raw();
  return placement.setup + static_cast<std::int64_t>((share + base::kMicro - 1) / base::kMicro);
}

}  // namespace kilter::check
