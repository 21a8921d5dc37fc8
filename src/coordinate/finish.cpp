#include "coordinate/finish.hpp"

#include <algorithm>

#include "capacity/load.hpp"
#include "coordinate/explain/action_messages.hpp"
#include "coordinate/explain/deliveries.hpp"
#include "coordinate/explain/explain.hpp"
#include "coordinate/explain/needs.hpp"
#include "coordinate/explain/put_off.hpp"
#include "coordinate/model/supply_dates.hpp"
#include "coordinate/receipts.hpp"
#include "money/cost.hpp"
#include "schedule/search.hpp"
#include "sourcing/source.hpp"

namespace kilter::coordinate {
namespace {

using time::Tick;

// When the first work of a placement can begin at all, given what it waits for from outside its order.
void note_material(const model::Plant& plant, plan::Plan& plan) {
  for (plan::Placement& placement : plan.placements) placement.material = time::kLongAgo;
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.demand != plan::DemandKind::placement || peg.supply == plan::SupplyKind::production) continue;
    Tick& material = plan.placements[plan::PlacementId(peg.demand_index)].material;
    material = std::max(material, plan::supplied_at(plant, plan, peg));
  }
}

// What was taken to be fitted into the vendor's weeks may have waited for money: what all purchases together leave of a
// hard cap is known only now.
void tell_caps_from_capacity(const model::Plant& plant, plan::Plan& plan) {
  for (plan::Purchase& purchase : plan.purchases) {
    if (purchase.reason != plan::PurchaseReason::capacity) continue;
    if (put_off(plant, plan, purchase, purchase.receipt_at)) purchase.reason = plan::PurchaseReason::budget;
  }
}

}  // namespace

plan::Plan costed(const model::Plant& plant, const Proposal& proposal) {
  return costed(plant, proposal, proposal.solution);
}

plan::Plan costed(const model::Plant& plant, const Proposal& proposal, const schedule::Solution& solution) {
  plan::Plan plan = proposal.plan;
  read_back(plant, proposal.model, solution, plan);
  settle_receipts(plant, plan);
  sourcing::merge_twins(plant, plan);
  note_material(plant, plan);
  plan.deliveries = deliveries(plant, plan);
  plan.costs = money::cost_lines(plant, plan);
  plan.budgets = money::budget_lines(plant, plan.costs);
  plan.objective = {};
  money::add_up(plan.costs, plan.objective);
  plan.objective.unplanned =
      static_cast<std::uint32_t>(std::count_if(plan.deliveries.begin(), plan.deliveries.end(),
                                               [](const plan::Delivery& delivery) { return !delivery.planned(); }));
  return plan;
}

schedule::Solution shifted(const model::Plant& plant, const Proposal& proposal, const schedule::Solution& solution) {
  return schedule::right_shift(proposal.model.problem, solution,
                               static_cast<Tick>(plant.policy.delivery_buffer.count()));
}

plan::Plan costed_late(const model::Plant& plant, const Proposal& proposal) {
  return costed(plant, proposal, shifted(plant, proposal, proposal.solution));
}

void explain_plan(const model::Plant& plant, plan::Plan& plan) {
  settle_needs(plant, plan);
  tell_caps_from_capacity(plant, plan);
  plan.readiness = readiness(plant, plan);
  plan.late_chains = late_chains(plant, plan);
  plan.loads = capacity::loads(plant, plan);
  plan.actions = action_messages(plant, plan);
}

}  // namespace kilter::coordinate
