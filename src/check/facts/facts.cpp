#include "check/facts/facts.hpp"

#include <algorithm>
#include <tuple>

namespace kilter::check {
namespace {

auto supply_key(const plan::Peg& peg) { return std::make_tuple(static_cast<int>(peg.supply), peg.supply_index); }
auto demand_key(const plan::Peg& peg) { return std::make_tuple(static_cast<int>(peg.demand), peg.demand_index); }

template <class Key>
std::vector<plan::PegId> sorted_pegs(const plan::Plan& plan, Key key) {
  std::vector<plan::PegId> ids;
  ids.reserve(plan.pegs.size());
  for (const plan::PegId id : ids_of(plan.pegs)) ids.push_back(id);
  std::stable_sort(ids.begin(), ids.end(),
                   [&](plan::PegId a, plan::PegId b) { return key(plan.pegs[a]) < key(plan.pegs[b]); });
  return ids;
}

template <class Key, class Value>
std::span<const plan::PegId> range_of(const plan::Plan& plan, const std::vector<plan::PegId>& ids, Key key,
                                      const Value& value) {
  const auto first = std::lower_bound(ids.begin(), ids.end(), value,
                                      [&](plan::PegId id, const Value& v) { return key(plan.pegs[id]) < v; });
  auto last = first;
  while (last != ids.end() && key(plan.pegs[*last]) == value) ++last;
  return {first, last};
}

}  // namespace

Facts::Facts(const model::Plant& the_plant, const plan::Plan& the_plan)
    : plant(the_plant),
      plan(the_plan),
      names(the_plant, the_plan),
      open(the_plant, the_plan),
      by_supply(sorted_pegs(the_plan, supply_key)),
      by_demand(sorted_pegs(the_plan, demand_key)) {}

std::span<const plan::PegId> Facts::supplied_by(plan::SupplyKind kind, std::uint32_t index) const {
  return range_of(plan, by_supply, supply_key, std::make_tuple(static_cast<int>(kind), index));
}

std::span<const plan::PegId> Facts::supplied_to(plan::DemandKind kind, std::uint32_t index) const {
  return range_of(plan, by_demand, demand_key, std::make_tuple(static_cast<int>(kind), index));
}

std::vector<Attended> Facts::attended(plan::PlacementId id) const {
  std::vector<Attended> result;
  std::vector<plan::AssignmentId> people;
  for (const plan::AssignmentId assignment : plan.placements[id].assignments) {
    if (plan.assignments[assignment].kind == plan::AssigneeKind::person) people.push_back(assignment);
  }
  if (!plan.placements[id].operation.valid()) return result;
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
  } else if (placement.operation.valid() && operation(id).vendor.valid()) {
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
