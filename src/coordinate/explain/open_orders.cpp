#include "coordinate/explain/open_orders.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace kilter::coordinate {
namespace {

using plan::DemandKind;
using plan::Peg;
using plan::SupplyKind;
using time::kNever;
using time::Tick;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// What a peg serves: kind, index and BOM line.
using Demand = std::tuple<DemandKind, std::uint32_t, std::uint32_t>;

Demand demand_of(const Peg& peg) { return {peg.demand, peg.demand_index, peg.line.index()}; }

bool begun(const model::OpenProductionOrder& order) {
  return std::any_of(order.progress.begin(), order.progress.end(), [](const model::OperationProgress& step) {
    return step.status == model::WorkStatus::started || step.status == model::WorkStatus::done;
  });
}

}  // namespace

OpenOrders::OpenOrders(const model::Plant& plant, const plan::Plan& plan)
    : plant_(plant), plan_(plan), wanted_(plant, plan) {
  purchase_at_.assign(plant.purchase_orders.size(), kNone);
  production_at_.assign(plant.production_orders.size(), kNone);
  for (const model::OpenPurchaseOrderId id : base::ids_of(plant.purchase_orders)) add(id);
  for (const plan::ProductionOrderId id : base::ids_of(plan.production_orders)) add(id);
  if (all_.empty()) return;
  note_uses();
  note_missing();
  note_chased();
}

bool OpenOrders::must_start(const OpenOrder& open) {
  return wanted_.latest_start(plan_.production_orders[open.in_plan]) <= 0;
}

void OpenOrders::add(model::OpenPurchaseOrderId id) {
  const model::OpenPurchaseOrder& order = plant_.purchase_orders[id];
  if (order.status == model::SupplyStatus::planned) return;
  purchase_at_[id.index()] = all_.size();
  OpenOrder open;
  open.kind = SupplyKind::open_purchase;
  open.index = id.index();
  open.item = order.item;
  open.vendor = order.vendor;
  open.quantity = order.quantity;
  open.good = order.quantity.times_floor(plant_.items[order.item].yield);
  open.date = plant_.frame.tick(order.current);
  open.firm = order.status == model::SupplyStatus::firm;
  all_.push_back(open);
}

void OpenOrders::add(plan::ProductionOrderId id) {
  const model::OpenProductionOrderId open_id = plan_.production_orders[id].open;
  if (!open_id.valid() || begun(plant_.production_orders[open_id])) return;
  const model::OpenProductionOrder& order = plant_.production_orders[open_id];
  production_at_[open_id.index()] = all_.size();
  OpenOrder open;
  open.index = open_id.index();
  open.in_plan = id;
  open.item = order.item;
  open.quantity = order.quantity;
  open.good = plan_.production_orders[id].good;
  open.date = plant_.frame.tick(order.due);
  open.firm = order.status == model::SupplyStatus::firm;
  all_.push_back(open);
}

// Null when the peg's supply is none of these.
OpenOrder* OpenOrders::supply_of(const Peg& peg) {
  std::size_t at = kNone;
  if (peg.supply == SupplyKind::open_purchase) at = purchase_at_[peg.supply_index];
  if (peg.supply == SupplyKind::production) {
    const model::OpenProductionOrderId open = plan_.production_orders[plan::ProductionOrderId(peg.supply_index)].open;
    if (open.valid()) at = production_at_[open.index()];
  }
  return at == kNone ? nullptr : &all_[at];
}

// The item of a supply that the plan adds; none when it was there before.
model::ItemId OpenOrders::new_item(const Peg& peg) const {
  if (peg.supply == SupplyKind::purchase) return plan_.purchases[plan::PurchaseId(peg.supply_index)].item;
  if (peg.supply != SupplyKind::production) return {};
  const plan::ProductionOrder& order = plan_.production_orders[plan::ProductionOrderId(peg.supply_index)];
  return order.open.valid() ? model::ItemId() : order.item;
}

void OpenOrders::note_uses() {
  for (const Peg& peg : plan_.pegs) {
    OpenOrder* open = supply_of(peg);
    if (open == nullptr) continue;
    open->used += peg.quantity;
    if (peg.demand != DemandKind::safety_stock) open->wanted = std::min(open->wanted, wanted_.by(peg));
    if (peg.demand != DemandKind::placement) continue;
    open->used_at = std::min(open->used_at, plan_.placements[plan::PlacementId(peg.demand_index)].start);
  }
}

// What a demand takes from new orders counts on the last open order that serves it.
void OpenOrders::note_missing() {
  std::map<Demand, OpenOrder*> last;
  for (const Peg& peg : plan_.pegs) {
    OpenOrder* open = supply_of(peg);
    if (open == nullptr || peg.demand == DemandKind::safety_stock) continue;
    OpenOrder*& known = last[demand_of(peg)];
    const auto turn = [](const OpenOrder& one) { return std::tie(one.date, one.kind, one.index); };
    if (known == nullptr || turn(*known) < turn(*open)) known = open;
  }
  for (const Peg& peg : plan_.pegs) {
    const model::ItemId item = new_item(peg);
    if (!item.valid() || peg.demand == DemandKind::safety_stock) continue;
    const auto found = last.find(demand_of(peg));
    if (found != last.end() && found->second->item == item) found->second->missing += peg.quantity;
  }
}

void OpenOrders::note_chased() {
  for (const plan::LateChain& chain : plan_.late_chains) {
    for (const plan::LateLink& link : chain.links) {
      if (link.cause != plan::LateCause::open_purchase || link.counted == 0) continue;
      OpenOrder& open = all_[purchase_at_[link.blocker]];
      open.chased = std::min(open.chased, link.until - link.counted);
    }
  }
}

}  // namespace kilter::coordinate
