#include "check/facts/facts.hpp"

#include <algorithm>

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

}  // namespace

Facts::Facts(const model::Plant& the_plant, const plan::Plan& the_plan)
    : plant(the_plant),
      plan(the_plan),
      names(the_plant, the_plan),
      open(the_plant, the_plan),
      by_supply(the_plan, supply_group(the_plant, the_plan, plan::SupplyKind::purchase, the_plan.purchases.size()),
                [&](const plan::Peg& peg) { return supply_group(the_plant, the_plan, peg.supply, peg.supply_index); }),
      by_demand(the_plan, demand_group(the_plant, the_plan, plan::DemandKind::safety_stock, the_plant.items.size()),
                [&](const plan::Peg& peg) { return demand_group(the_plant, the_plan, peg.demand, peg.demand_index); }) {
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

Intervals Facts::effective(plan::PlacementId id, Tick from, Tick until) const {
  const plan::Placement& placement = plan.placements[id];
  Intervals hours{{.open = from, .close = until}};
  if (from >= until) return {};
  if (placement.unit.valid()) {
    hours = clipped(open.unit(placement.unit), from, until);
  } else if (operation(id).vendor.valid()) {
    hours = clipped(open.vendor(operation(id).vendor), from, until);
  }
  for (const Attended& slot : attended(id)) {
    if (!slot.assignment.valid()) continue;
    const model::PersonId person(plan.assignments[slot.assignment].index);
    hours = common(hours, clipped(open.person(person), from, until));
    hours = common(hours, open.certified(person, *slot.need));
  }
  return hours;
}

const model::OperationProgress* Facts::progress(plan::PlacementId id) const {
  const plan::ProductionOrder& made = order(id);
  if (!made.open.valid()) return nullptr;
  for (const model::OperationProgress& step : plant.production_orders[made.open].progress) {
    if (step.operation == plan.placements[id].operation) return &step;
  }
  return nullptr;
}

}  // namespace kilter::check
