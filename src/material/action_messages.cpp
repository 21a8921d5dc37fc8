#include "material/action_messages.hpp"

#include <algorithm>
#include <tuple>

#include "plan/work_content.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using plan::ActionKind;
using plan::SupplyKind;

// An open order as the messages see it. Quantities as ordered or started, not good ones.
struct OpenOrder {
  SupplyKind kind = SupplyKind::production;
  std::uint32_t index = 0;  // OpenProductionOrderId or OpenPurchaseOrderId
  model::ItemId item;
  model::VendorId vendor;  // of a purchase
  Quantity quantity;
  Tick date = 0;
  bool firm = false;
  bool begun = false;
};

OpenOrder open_order(const model::Plant& plant, const MaterialPlan& plan, SupplyKind kind, std::uint32_t index) {
  OpenOrder open;
  open.kind = kind;
  if (kind == SupplyKind::open_purchase) {
    const model::OpenPurchaseOrder& order = plant.purchase_orders[model::OpenPurchaseOrderId(index)];
    open.index = index;
    open.item = order.item;
    open.vendor = order.vendor;
    open.quantity = order.quantity;
    open.date = plant.frame.tick(order.current);
    open.firm = order.status == model::SupplyStatus::firm;
    return open;
  }
  const model::OpenProductionOrderId id = plan.production_orders[plan::ProductionOrderId(index)].open;
  const model::OpenProductionOrder& order = plant.production_orders[id];
  open.index = id.index();
  open.item = order.item;
  open.quantity = order.quantity;
  open.date = plant.frame.tick(order.due);
  open.firm = order.status == model::SupplyStatus::firm;
  open.begun = std::any_of(order.progress.begin(), order.progress.end(), [](const model::OperationProgress& step) {
    return step.status == model::WorkStatus::started || step.status == model::WorkStatus::done;
  });
  return open;
}

plan::ActionMessage message(ActionKind kind, const OpenOrder& open, Tick to, Quantity quantity) {
  return {.kind = kind, .supply = open.kind, .index = open.index, .from = open.date, .to = to, .quantity = quantity};
}

// A quantity that the vendor of an open purchase sells, as its offers of the item say; any, when it has none.
Quantity sold_by_vendor(const model::Plant& plant, const OpenOrder& open, Quantity quantity) {
  const bool whole = plant.items[open.item].whole;
  for (const model::OfferId id : plant.items[open.item].offers) {
    const model::Offer& offer = plant.offers[id];
    if (offer.vendor != open.vendor) continue;
    const Quantity enough = std::max(quantity, offer.minimum);
    if (offer.multiple.positive()) return enough.round_up_to(offer.multiple);
    return whole ? enough.round_up_to(Quantity::units(1)) : enough;
  }
  return whole ? quantity.round_up_to(Quantity::units(1)) : quantity;
}

// What to order or start for `good` good units under the item's rules for one order.
Quantity order_for(const model::Plant& plant, const OpenOrder& open, Quantity good) {
  const model::Item& item = plant.items[open.item];
  if (open.kind == SupplyKind::open_purchase) return sold_by_vendor(plant, open, good.divided_ceil(item.yield));
  const Quantity started = std::max(plan::start_for(plant, open.item, good), item.lot_minimum);
  const Quantity step = item.lot_step();
  return step.positive() ? started.round_up_to(step) : started;
}

void about_date(const OpenOrder& open, Tick need, std::vector<plan::ActionMessage>& messages) {
  const std::int64_t early = std::int64_t{open.date} - need;
  if (early > kExpediteTolerance && open.date > 0) {
    messages.push_back(message(ActionKind::expedite, open, std::max<Tick>(0, need), open.quantity));
  } else if (-early > kDeferTolerance) {
    messages.push_back(message(ActionKind::defer, open, need, open.quantity));
  }
}

void about_quantity(const model::Plant& plant, const OpenOrder& open, const Supply& supply, Quantity good,
                    std::vector<plan::ActionMessage>& messages) {
  const Quantity wanted = order_for(plant, open, good - supply.left);
  const Quantity spared = open.quantity - wanted;
  if (spared.raw() > open.quantity.raw() / kQuantityTolerance) {
    messages.push_back(message(ActionKind::decrease, open, open.date, wanted));
  }
}

Quantity good_of(const model::Plant& plant, const MaterialPlan& plan, const Supply& supply, const OpenOrder& open) {
  if (supply.kind == SupplyKind::open_purchase) return open.quantity.times_floor(plant.items[open.item].yield);
  return plan.production_orders[plan::ProductionOrderId(supply.index)].good;
}

bool must_start(const Network& network, const plan::ProductionOrder& order) {
  std::vector<Tick> starts;
  return network.routes.latest_starts(order.item, order.quantity, order.need, starts) <= 0;
}

void about(const Network& network, const MaterialPlan& plan, const Supply& supply,
           std::vector<plan::ActionMessage>& messages) {
  const model::Plant& plant = network.plant;
  const OpenOrder open = open_order(plant, plan, supply.kind, supply.index);
  if (open.begun) return;
  if (supply.first_need == time::kNever) {
    messages.push_back(message(ActionKind::cancel, open, open.date, open.quantity));
    return;
  }
  about_date(open, supply.first_need, messages);
  if (supply.left.positive()) {
    about_quantity(plant, open, supply, good_of(plant, plan, supply, open), messages);
  }
  const bool firm_production = open.kind == SupplyKind::production && open.firm;
  if (firm_production && must_start(network, plan.production_orders[plan::ProductionOrderId(supply.index)])) {
    messages.push_back(message(ActionKind::release, open, open.date, open.quantity));
  }
}

void about_increase(const model::Plant& plant, const MaterialPlan& plan, const Increase& increase,
                    std::vector<plan::ActionMessage>& messages) {
  const OpenOrder open = open_order(plant, plan, increase.supply, increase.index);
  const model::Item& item = plant.items[open.item];
  const bool little = increase.missing.raw() <= open.quantity.raw() / kIncreaseShare;
  if (!open.firm || open.begun || !little) return;
  Quantity good = increase.missing;
  if (increase.supply == SupplyKind::open_purchase) {
    good += open.quantity.times_floor(item.yield);
  } else {
    good += plan.production_orders[plan::ProductionOrderId(increase.index)].good;
  }
  const Quantity wanted = order_for(plant, open, good);
  if (item.lot_maximum.positive() && wanted > item.lot_maximum) return;
  messages.push_back(message(ActionKind::increase, open, open.date, wanted));
}

}  // namespace

std::vector<plan::ActionMessage> action_messages(const Network& network, const MaterialPlan& plan,
                                                 const SupplyLists& supplies, std::span<const Increase> increases) {
  std::vector<plan::ActionMessage> messages;
  for (const Supply& supply : supplies.all()) {
    if (supply.kind != SupplyKind::stock) about(network, plan, supply, messages);
  }
  for (const Increase& increase : increases) about_increase(network.plant, plan, increase, messages);
  std::stable_sort(messages.begin(), messages.end(), [](const plan::ActionMessage& a, const plan::ActionMessage& b) {
    return std::tie(a.kind, a.supply, a.index) < std::tie(b.kind, b.supply, b.index);
  });
  return messages;
}

}  // namespace kilter::material
