#include "coordinate/proposal.hpp"

#include <algorithm>

#include "coordinate/prune.hpp"
#include "plan/penalty.hpp"
#include "schedule/search.hpp"
#include "sourcing/source.hpp"

namespace kilter::coordinate {
namespace {

using schedule::Index;
using time::kNever;

plan::Plan supply_plan(const model::Plant& plant, material::AllocationRule rule) {
  material::MaterialPlan material = material::explode(plant, material::allocation_ranks(plant, rule));
  sourcing::PurchasePlan purchases = sourcing::source(plant, material.needs);
  plan::Plan plan;
  plan.production_orders = std::move(material.production_orders);
  plan.placements = std::move(material.placements);
  plan.unplanned = std::move(material.unplanned);
  plan.actions = std::move(material.actions);
  plan.assumptions = std::move(material.assumptions);
  plan.purchases = std::move(purchases.purchases);
  plan.pegs = std::move(material.pegs);
  plan.pegs.reserve(plan.pegs.size() + purchases.pegs.size());
  for (const plan::Peg& peg : purchases.pegs) plan.pegs.push_back(peg);
  prune(plant, failures_of(plant, material.needs, purchases.unsourced, plan), plan);
  return plan;
}

// Why the kernel found no place for an operation.
plan::UnplannedReason reason_of(const schedule::Problem& problem, Index operation) {
  if (problem.modes_of(operation).empty()) return plan::UnplannedReason::no_unit;
  for (const schedule::Slot& slot : problem.slots_of(operation)) {
    if (problem.lane_sets[slot.lanes].empty()) return plan::UnplannedReason::no_person;
  }
  for (const schedule::Arc& arc : problem.predecessors_of(operation)) {
    if (arc.maximum_lag != kNever) return plan::UnplannedReason::infeasible_wait;
  }
  return plan::UnplannedReason::beyond_horizon;
}

std::vector<Failure> unplaced(const Proposal& proposal) {
  std::vector<Failure> failures;
  for (Index operation = 0; operation < proposal.model.problem.operation_count; ++operation) {
    if (proposal.solution.end[operation] != kNever) continue;
    const plan::Placement& placement = proposal.plan.placements[proposal.model.placement_of[operation]];
    failures.push_back({.order = placement.order,
                        .item = proposal.plan.production_orders[placement.order].item,
                        .reason = reason_of(proposal.model.problem, operation)});
  }
  return failures;
}

// Unplanned orders count as late until the end of the horizon.
schedule::Cost money_of(const model::Plant& plant, const Proposal& proposal) {
  base::Money money;
  for (const plan::Purchase& purchase : proposal.plan.purchases) money += purchase.goods + purchase.freight;
  for (const plan::Unplanned& gone : proposal.plan.unplanned) {
    const model::CustomerOrder& order = plant.orders[gone.order];
    const time::Tick late = plant.frame.tick(plant.policy.horizon) - plant.frame.tick(order.due());
    money += plan::penalty(plant, order, std::max<time::Tick>(0, late));
  }
  return money.raw() * base::kMicro + proposal.solution.score.total();
}

}  // namespace

void reschedule(const model::Plant& plant, Effort effort, Proposal& proposal) {
  proposal.model = build_schedule_model(plant, proposal.plan);
  proposal.solution = effort == Effort::one_policy ? schedule::dispatch(proposal.model.problem, {})
                                                   : schedule::construct(proposal.model.problem);
}

Proposal propose(const model::Plant& plant, material::AllocationRule rule, Effort effort) {
  Proposal proposal{.plan = supply_plan(plant, rule)};
  reschedule(plant, effort, proposal);
  while (proposal.solution.score.unplaced > 0) {
    prune(plant, unplaced(proposal), proposal.plan);
    reschedule(plant, effort, proposal);
  }
  return proposal;
}

bool better(const model::Plant& plant, const Proposal& a, const Proposal& b) {
  if (a.plan.unplanned.size() != b.plan.unplanned.size()) return a.plan.unplanned.size() < b.plan.unplanned.size();
  return money_of(plant, a) < money_of(plant, b);
}

}  // namespace kilter::coordinate
