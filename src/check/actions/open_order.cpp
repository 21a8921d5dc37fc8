#include "check/actions/open_order.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "check/facts/content.hpp"
#include "check/facts/supply.hpp"

namespace kilter::check {
namespace {

using base::Quantity;
using plan::SupplyKind;

void add_uses(const Facts& facts, const LatestStarts& starts, std::uint32_t in_plan, OpenOrder& open) {
  open.pegs = facts.supplied_by(open.kind, in_plan);
  for (const plan::PegId id : open.pegs) {
    open.used += facts.plan.pegs[id].quantity;
    open.wanted = std::min(open.wanted, starts.wanted_by(id));
    const plan::Peg& peg = facts.plan.pegs[id];
    if (peg.demand == plan::DemandKind::placement) open.taken = std::min(open.taken, taken_at(facts, peg));
  }
}

bool is_new(const Facts& facts, const plan::Peg& peg) {
  if (peg.supply == SupplyKind::purchase) return true;
  return peg.supply == SupplyKind::production &&
         !facts.plan.production_orders[plan::ProductionOrderId(peg.supply_index)].open.valid();
}

// Another open order that has not begun, by date, purchases before production, then index.
bool comes_later(const Facts& facts, const plan::Peg& peg, const OpenOrder& open) {
  Tick date = 0;
  std::uint32_t index = peg.supply_index;
  if (peg.supply == SupplyKind::open_purchase) {
    date = facts.plant.frame.tick(facts.plant.purchase_orders[model::OpenPurchaseOrderId(index)].current);
  } else if (peg.supply == SupplyKind::production && !is_new(facts, peg)) {
    index = facts.plan.production_orders[plan::ProductionOrderId(index)].open.index();
    const model::OpenProductionOrder& order = facts.plant.production_orders[model::OpenProductionOrderId(index)];
    if (has_begun(order)) return false;
    date = facts.plant.frame.tick(order.due);
  } else {
    return false;
  }
  const auto place = [](SupplyKind kind) { return kind == SupplyKind::production ? 1 : 0; };
  return std::tuple(date, place(peg.supply), index) > std::tuple(open.date, place(open.kind), open.index);
}

Quantity taken_beside(const Facts& facts, const OpenOrder& open, const plan::Peg& served) {
  Quantity sum;
  for (const plan::PegId id : facts.supplied_to(served.demand, served.demand_index)) {
    const plan::Peg& peg = facts.plan.pegs[id];
    if (peg.line != served.line) continue;
    if (comes_later(facts, peg, open)) return {};
    if (is_new(facts, peg) && supply_of(facts, peg).item == open.item) sum += peg.quantity;
  }
  return sum;
}

}  // namespace

bool has_begun(const model::OpenProductionOrder& order) {
  return std::any_of(order.progress.begin(), order.progress.end(), [](const model::OperationProgress& step) {
    return step.status == model::WorkStatus::started || step.status == model::WorkStatus::done;
  });
}

OpenOrder open_purchase(const Facts& facts, const LatestStarts& starts, model::OpenPurchaseOrderId id) {
  const model::OpenPurchaseOrder& order = facts.plant.purchase_orders[id];
  OpenOrder open;
  open.kind = SupplyKind::open_purchase;
  open.index = id.index();
  open.item = order.item;
  open.vendor = order.vendor;
  open.date = facts.plant.frame.tick(order.current);
  open.quantity = order.quantity;
  open.good = good_received(facts.plant.items[order.item], order.quantity);
  open.firm = order.status == model::SupplyStatus::firm;
  add_uses(facts, starts, id.index(), open);
  return open;
}

OpenOrder open_production(const Facts& facts, const LatestStarts& starts, plan::ProductionOrderId id) {
  const plan::ProductionOrder& planned = facts.plan.production_orders[id];
  const model::OpenProductionOrder& order = facts.plant.production_orders[planned.open];
  OpenOrder open;
  open.index = planned.open.index();
  open.in_plan = id;
  open.item = order.item;
  open.date = facts.plant.frame.tick(order.due);
  open.quantity = order.quantity;
  open.good = planned.good;
  open.firm = order.status == model::SupplyStatus::firm;
  add_uses(facts, starts, id.index(), open);
  return open;
}

Quantity taken_from_new_orders(const Facts& facts, const OpenOrder& open) {
  Quantity sum;
  std::vector<std::tuple<plan::DemandKind, std::uint32_t, model::BomLineId>> seen;
  for (const plan::PegId id : open.pegs) {
    const plan::Peg& peg = facts.plan.pegs[id];
    if (peg.demand == plan::DemandKind::safety_stock) continue;
    const std::tuple demand{peg.demand, peg.demand_index, peg.line};
    if (std::find(seen.begin(), seen.end(), demand) != seen.end()) continue;
    seen.push_back(demand);
    sum += taken_beside(facts, open, peg);
  }
  return sum;
}

}  // namespace kilter::check
