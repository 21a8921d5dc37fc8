#include "coordinate/finish.hpp"

#include <algorithm>

#include "capacity/load.hpp"
#include "coordinate/explain/deliveries.hpp"
#include "coordinate/explain/explain.hpp"
#include "coordinate/model/supply_dates.hpp"
#include "coordinate/receipts.hpp"
#include "money/cost.hpp"
#include "sourcing/source.hpp"

namespace kilter::coordinate {
namespace {

using time::Tick;

constexpr Tick kDay = 86'400;

// When the first work of a placement can begin at all, given what it waits for from outside its order.
void note_material(const model::Plant& plant, plan::Plan& plan) {
  for (plan::Placement& placement : plan.placements) placement.material = time::kLongAgo;
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.demand != plan::DemandKind::placement || peg.supply == plan::SupplyKind::production) continue;
    Tick& material = plan.placements[plan::PlacementId(peg.demand_index)].material;
    material = std::max(material, supplied_at(plant, plan, peg));
  }
}

// Purchases to send and orders to release before the end of the origin's day.
void add_messages_for_today(const model::Plant& plant, plan::Plan& plan) {
  const std::size_t today = plant.days.day_of(0);
  const Tick tomorrow = today + 1 < plant.days.count() ? plant.days.start_of(today + 1) : kDay;
  for (const plan::PurchaseId id : base::ids_of(plan.purchases)) {
    const plan::Purchase& purchase = plan.purchases[id];
    if (purchase.order_at >= tomorrow) continue;
    plan.actions.push_back({.kind = plan::ActionKind::order_now,
                            .supply = plan::SupplyKind::purchase,
                            .index = id.index(),
                            .from = purchase.order_at,
                            .to = purchase.order_at,
                            .quantity = purchase.quantity});
  }
}

// The message to chase a purchase under way that `link` waits for, made when there is none yet; wanted by as much
// earlier as the link is counted for.
void chase(const model::Plant& plant, const plan::LateLink& link, plan::Plan& plan) {
  const auto about = [&](const plan::ActionMessage& action) {
    return action.supply == plan::SupplyKind::open_purchase && action.index == link.blocker &&
           action.kind == plan::ActionKind::expedite;
  };
  const auto known = std::find_if(plan.actions.begin(), plan.actions.end(), about);
  const Tick wanted = link.until - link.counted;
  if (known != plan.actions.end()) {
    known->to = std::min(known->to, wanted);
    return;
  }
  const auto& purchase = plant.purchase_orders[model::OpenPurchaseOrderId(link.blocker)];
  plan.actions.push_back({.kind = plan::ActionKind::expedite,
                          .supply = plan::SupplyKind::open_purchase,
                          .index = link.blocker,
                          .from = plant.frame.tick(purchase.current),
                          .to = wanted,
                          .quantity = purchase.quantity});
}

void add_chasers(const model::Plant& plant, plan::Plan& plan) {
  for (const plan::LateChain& chain : plan.late_chains) {
    for (const plan::LateLink& link : chain.links) {
      if (link.cause == plan::LateCause::open_purchase && link.counted > 0) chase(plant, link, plan);
    }
  }
}

}  // namespace

void cost_plan(const model::Plant& plant, const ScheduleModel& model, const schedule::Solution& solution,
               plan::Plan& plan) {
  read_back(plant, model, solution, plan);
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
}

void explain_plan(const model::Plant& plant, plan::Plan& plan) {
  plan.readiness = readiness(plant, plan);
  plan.late_chains = late_chains(plant, plan);
  plan.loads = capacity::loads(plant, plan);
  add_chasers(plant, plan);
  add_messages_for_today(plant, plan);
  std::stable_sort(plan.actions.begin(), plan.actions.end(),
                   [](const plan::ActionMessage& a, const plan::ActionMessage& b) { return a.kind < b.kind; });
}

}  // namespace kilter::coordinate
