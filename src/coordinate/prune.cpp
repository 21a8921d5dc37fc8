#include "coordinate/prune.hpp"

#include "plan/peg_index.hpp"

namespace kilter::coordinate {
namespace {

using plan::DemandKind;
using plan::PegId;
using plan::PlacementId;
using plan::ProductionOrderId;
using plan::PurchaseId;
using plan::SupplyKind;

class Pruner {
 public:
  Pruner(const model::Plant& plant, plan::Plan& plan)
      : plant_(plant),
        plan_(plan),
        pegs_(plant, plan),
        peg_gone_(plan.pegs.size(), false),
        production_gone_(plan.production_orders.size(), false),
        purchase_gone_(plan.purchases.size(), false),
        order_failed_(plant.orders.size(), false) {}

  void fail(const Failure& failure) {
    if (production_gone_[failure.order.index()]) return;
    production_gone_[failure.order.index()] = true;
    pending_.push_back(failure);
    while (!pending_.empty()) {
      const Failure next = pending_.back();
      pending_.pop_back();
      for (const PegId peg : pegs_.out_of(next.order)) fail_demand(peg, next);
      for (const PlacementId placement : plan_.production_orders[next.order].placements) {
        for (const PegId peg : pegs_.into(placement)) drop(peg);
      }
    }
  }

  // Takes out every peg of customer orders that were listed as unplanned whole before.
  void fail_order(model::OrderId order) {
    if (order_failed_[order.index()]) return;
    order_failed_[order.index()] = true;
    for (const PegId peg : pegs_.into(order)) drop(peg);
  }

  // Supply that served only what is gone: walked up until nothing changes.
  void drop_orphans() {
    while (!orphans_.empty()) {
      const ProductionOrderId order = orphans_.back();
      orphans_.pop_back();
      if (production_gone_[order.index()] || keeps_anyway(order) || serves_someone(order)) continue;
      production_gone_[order.index()] = true;
      for (const PlacementId placement : plan_.production_orders[order].placements) {
        for (const PegId peg : pegs_.into(placement)) drop(peg);
      }
    }
    for (const PurchaseId id : touched_purchases_) purchase_gone_[id.index()] = !serves_someone(id);
  }

  void renumber();

 private:
  void fail_demand(PegId id, const Failure& why) {
    const plan::Peg& peg = plan_.pegs[id];
    drop(id);
    if (peg.demand == DemandKind::placement) {
      const ProductionOrderId order = plan_.placements[PlacementId(peg.demand_index)].order;
      if (production_gone_[order.index()]) return;
      production_gone_[order.index()] = true;
      pending_.push_back({.order = order, .item = why.item, .reason = why.reason});
    } else if (peg.demand == DemandKind::order) {
      unplan(model::OrderId(peg.demand_index), peg.quantity, why);
    }
  }

  void unplan(model::OrderId id, base::Quantity quantity, const Failure& why) {
    const model::CustomerOrder& order = plant_.orders[id];
    if (order_failed_[id.index()]) return;
    plan_.unplanned.push_back(
        {.order = id, .item = why.item, .quantity = order.partial ? quantity : order.quantity, .reason = why.reason});
    if (!order.partial) fail_order(id);
  }

  void drop(PegId id) {
    if (peg_gone_[id.index()]) return;
    peg_gone_[id.index()] = true;
    const plan::Peg& peg = plan_.pegs[id];
    if (peg.supply == SupplyKind::production) orphans_.emplace_back(peg.supply_index);
    if (peg.supply == SupplyKind::purchase) touched_purchases_.emplace_back(peg.supply_index);
  }

  [[nodiscard]] bool keeps_anyway(ProductionOrderId id) const { return plan_.production_orders[id].open.valid(); }

  template <class Supply>
  [[nodiscard]] bool serves_someone(Supply supply) const {
    for (const PegId peg : pegs_.out_of(supply)) {
      if (!peg_gone_[peg.index()]) return true;
    }
    return false;
  }

  const model::Plant& plant_;
  plan::Plan& plan_;
  plan::PegIndex pegs_;
  std::vector<bool> peg_gone_;
  std::vector<bool> production_gone_;
  std::vector<bool> purchase_gone_;
  std::vector<bool> order_failed_;
  std::vector<Failure> pending_;
  std::vector<ProductionOrderId> orphans_;
  std::vector<PurchaseId> touched_purchases_;
};

void Pruner::renumber() {
  std::vector<PlacementId> new_placement(plan_.placements.size());
  std::vector<ProductionOrderId> new_order(plan_.production_orders.size());
  std::vector<PurchaseId> new_purchase(plan_.purchases.size());
  plan::Plan kept;
  for (const ProductionOrderId id : base::ids_of(plan_.production_orders)) {
    if (production_gone_[id.index()]) continue;
    plan::ProductionOrder order = plan_.production_orders[id];
    new_order[id.index()] = kept.production_orders.next_id();
    const PlacementId first = kept.placements.next_id();
    for (const PlacementId placement : order.placements) {
      plan::Placement copy = plan_.placements[placement];
      copy.order = new_order[id.index()];
      new_placement[placement.index()] = kept.placements.push_back(copy);
    }
    order.placements = {first, kept.placements.next_id()};
    kept.production_orders.push_back(order);
  }
  for (const PurchaseId id : base::ids_of(plan_.purchases)) {
    if (!purchase_gone_[id.index()]) new_purchase[id.index()] = kept.purchases.push_back(plan_.purchases[id]);
  }
  for (const PegId id : base::ids_of(plan_.pegs)) {
    if (peg_gone_[id.index()]) continue;
    plan::Peg peg = plan_.pegs[id];
    if (peg.supply == SupplyKind::production) peg.supply_index = new_order[peg.supply_index].index();
    if (peg.supply == SupplyKind::purchase) peg.supply_index = new_purchase[peg.supply_index].index();
    if (peg.demand == DemandKind::placement) peg.demand_index = new_placement[peg.demand_index].index();
    kept.pegs.push_back(peg);
  }
  plan_.production_orders = std::move(kept.production_orders);
  plan_.placements = std::move(kept.placements);
  plan_.purchases = std::move(kept.purchases);
  plan_.pegs = std::move(kept.pegs);
}

}  // namespace

void prune(const model::Plant& plant, std::span<const Failure> failures, plan::Plan& plan) {
  const bool partly_unplanned = !plan.unplanned.empty();
  if (failures.empty() && !partly_unplanned) return;
  Pruner pruner(plant, plan);
  for (const plan::Unplanned& gone : std::vector<plan::Unplanned>(plan.unplanned)) {
    if (!plant.orders[gone.order].partial) pruner.fail_order(gone.order);
  }
  for (const Failure& failure : failures) pruner.fail(failure);
  pruner.drop_orphans();
  pruner.renumber();
}

std::vector<Failure> failures_of(const model::Plant& plant, std::span<const material::PurchaseNeed> needs,
                                 std::span<const sourcing::Unsourced> unsourced, plan::Plan& plan) {
  std::vector<Failure> failures;
  for (const sourcing::Unsourced& missing : unsourced) {
    const material::PurchaseNeed& need = needs[missing.need];
    if (need.demand == DemandKind::placement) {
      const ProductionOrderId order = plan.placements[PlacementId(need.demand_index)].order;
      failures.push_back({.order = order, .item = need.item, .reason = missing.reason});
    } else if (need.demand == DemandKind::order) {
      const model::CustomerOrder& order = plant.orders[model::OrderId(need.demand_index)];
      plan.unplanned.push_back({.order = model::OrderId(need.demand_index),
                                .item = need.item,
                                .quantity = order.partial ? missing.quantity : order.quantity,
                                .reason = missing.reason});
    }
  }
  return failures;
}

}  // namespace kilter::coordinate
